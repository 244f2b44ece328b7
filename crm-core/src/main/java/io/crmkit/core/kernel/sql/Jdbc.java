package io.crmkit.core.kernel.sql;

import io.crmkit.api.value.Bytes;
import io.crmkit.core.kernel.model.DbType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The thin layer over JDBC: canonical values in and out. */
final class Jdbc {

  private final Dialect dialect;

  Jdbc(Dialect dialect) {
    this.dialect = dialect;
  }

  void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
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
