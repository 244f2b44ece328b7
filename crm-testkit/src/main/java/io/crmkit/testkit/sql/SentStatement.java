package io.crmkit.testkit.sql;

/**
 * One statement on its way to the database.
 *
 * @param sql its text, values as question marks
 * @param rows how many sets of values were sent with it: more than one for a batch
 * @param byLibrary whether CrmKit's SQL engine sent it, and not a test, a host or a migration
 */
public record SentStatement(String sql, int rows, boolean byLibrary) {}
