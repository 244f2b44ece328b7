package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.api.value.Bytes;
import io.crmkit.core.kernel.model.DbType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The thin layer over JDBC: canonical values in and out, errors translated. */
final class Jdbc {

  /**
   * Serialization failure, deadlock, lock not available; H2's lock timeout and concurrent update; a
   * unique key taken by someone else in the meantime.
   */
  private static final Set<String> CONFLICTS =
      Set.of("40001", "40P01", "55P03", "HYT00", "90131", "23505");

  /**
   * The same in MariaDB's numbers, whose states say less: lock wait timeout, deadlock, record
   * changed since the snapshot; duplicate keys.
   */
  private static final Set<Integer> MARIADB_CONFLICTS = Set.of(1205, 1213, 1020, 1062, 1586, 1022);

  private final Dialect dialect;

  Jdbc(Dialect dialect) {
    this.dialect = dialect;
  }

  void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (value instanceof String text) {
      statement.setString(index, text);
    } else if (value instanceof Instant instant) {
      statement.setObject(index, dialect.timeForDriver(instant));
    } else if (value instanceof Long number) {
      statement.setLong(index, number);
    } else if (value instanceof Integer number) {
      statement.setInt(index, number);
    } else if (value instanceof Boolean bool) {
      statement.setBoolean(index, bool);
    } else if (value instanceof BigDecimal number) {
      statement.setBigDecimal(index, number);
    } else if (value instanceof Bytes bytes) {
      statement.setBytes(index, bytes.toArray());
    } else if (value instanceof JsonText json) {
      json.bind(statement, index);
    } else if (value instanceof TypedNull absent) {
      absent.bind(statement, index);
    } else {
      statement.setObject(index, value);
    }
  }

  /** The column's canonical value; null if absent. */
  @Nullable Object read(ResultSet rows, int index, DbType type) throws SQLException {
    Object value =
        switch (type) {
          case TEXT, JSON -> rows.getString(index);
          case INT -> rows.getInt(index);
          case LONG -> rows.getLong(index);
          case BOOL -> rows.getBoolean(index);
          case DECIMAL -> plain(rows.getBigDecimal(index));
          case UUID_ -> rows.getObject(index, UUID.class);
          case INSTANT -> dialect.time(rows, index);
          case DATE -> rows.getObject(index, LocalDate.class);
          case BYTES -> bytes(rows.getBytes(index));
        };
    return rows.wasNull() ? null : value;
  }

  static CrmException translated(SQLException e) {
    for (SQLException cause = e; cause != null; cause = cause.getNextException()) {
      String state = cause.getSQLState();
      if (state != null && CONFLICTS.contains(state)
          || MARIADB_CONFLICTS.contains(cause.getErrorCode())) {
        return new Conflict("the database refused for now: " + cause.getMessage(), e);
      }
    }
    SQLException next = e.getNextException();
    return new StorageFailure("the database failed: " + (next == null ? e : next).getMessage(), e);
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static @Nullable Bytes bytes(byte @Nullable [] bytes) {
    return bytes == null ? null : Bytes.copyOf(bytes);
  }
}
