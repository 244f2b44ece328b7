package io.crmkit.testkit.sql;

/**
 * What was sent to a database.
 *
 * @param statements statements that the database executed: each row of a batch and each part of a
 *     text of several statements counts
 * @param calls times that the driver was asked to execute something or to end a transaction; where
 *     the driver sends each call by itself, so many round trips
 */
public record SqlCount(long statements, long calls) {

  /** What came between that count and this one. */
  public SqlCount since(SqlCount before) {
    return new SqlCount(statements - before.statements, calls - before.calls);
  }
}
