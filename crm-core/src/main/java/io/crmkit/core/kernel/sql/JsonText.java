package io.crmkit.core.kernel.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** JSON on its way into a column, whose type differs between databases. */
record JsonText(String text, Dialect dialect) {

  void bind(PreparedStatement statement, int index) throws SQLException {
    if (dialect == Dialect.POSTGRESQL) {
      statement.setObject(index, text, Types.OTHER);
    } else {
      statement.setString(index, text);
    }
  }
}
