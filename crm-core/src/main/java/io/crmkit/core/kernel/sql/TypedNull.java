package io.crmkit.core.kernel.sql;

import io.crmkit.core.kernel.model.DbType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;

/**
 * An absent value that says what it would have been. PostgreSQL's driver prepares a statement for
 * the types of its parameters: a null without a type in between makes it prepare anew, row by row.
 */
enum TypedNull {
  TEXT(Types.VARCHAR, "varchar"),
  INT(Types.INTEGER, "int4"),
  LONG(Types.BIGINT, "int8"),
  DECIMAL(Types.NUMERIC, "numeric"),
  BOOL(Types.BOOLEAN, "bool"),
  UUID_(Types.OTHER, "uuid"),
  INSTANT(Types.TIMESTAMP_WITH_TIMEZONE, "timestamptz"),
  DATE(Types.DATE, "date"),
  BYTES(Types.VARBINARY, "bytea"),
  /** Sent without a type, as its texts are. */
  JSON(Types.OTHER, "");

  private final int sqlType;
  private final String typeName;

  TypedNull(int sqlType, String typeName) {
    this.sqlType = sqlType;
    this.typeName = typeName;
  }

  private static final TypedNull[] BY_TYPE =
      Arrays.stream(DbType.values()).map(t -> valueOf(t.name())).toArray(TypedNull[]::new);

  static TypedNull of(DbType type) {
    return BY_TYPE[type.ordinal()];
  }

  void bind(PreparedStatement statement, int index) throws SQLException {
    if (typeName.isEmpty()) {
      statement.setNull(index, Types.NULL);
    } else {
      statement.setNull(index, sqlType, typeName);
    }
  }
}
