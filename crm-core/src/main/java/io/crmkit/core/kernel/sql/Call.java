package io.crmkit.core.kernel.sql;

import io.crmkit.api.value.EntityRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement that is to be sent.
 *
 * @param sql its text, the same each time it is sent for the same purpose
 * @param values its parameters
 * @param guarded the row that must be found at the expected version; null if none need be
 * @param rows told of each row of the answer; null if the statement has none that matters
 */
record Call(String sql, @Nullable Object[] values, @Nullable Guarded guarded, @Nullable Rows rows) {

  /**
   * A row and the version at which it is expected.
   *
   * @param orFail the statement as one that fails if it misses the row (PostgreSQL)
   */
  record Guarded(EntityRef ref, long version, String orFail) {}

  /** Takes the rows of an answer, one after the other. */
  interface Rows {
    void accept(ResultSet row) throws SQLException;
  }

  /** A statement that changes something and cannot miss. */
  static Call write(String sql, @Nullable Object... values) {
    return new Call(sql, values, null, null);
  }

  /** A question. */
  static Call read(String sql, List<? extends @Nullable Object> values, Rows rows) {
    return new Call(sql, values.toArray(), null, rows);
  }

  /**
   * The same change as a statement that fails if it misses its row, so that what is sent behind it
   * is not carried out either.
   */
  Call orFail() {
    return guarded == null ? this : new Call(guarded.orFail(), values, guarded, row -> {});
  }

  /** Whether it can be sent in one batch with another. */
  boolean isLike(Call other) {
    return rows == null && other.rows == null && sql.equals(other.sql);
  }
}
