package io.crmkit.testkit.sql;

/**
 * One text on its way to the database; a batch is sent with one.
 *
 * @param sql its text, values as question marks
 * @param byLibrary whether CrmKit's SQL engine sent it, and not a test, a host or a migration
 */
public record SentStatement(String sql, boolean byLibrary) {}
