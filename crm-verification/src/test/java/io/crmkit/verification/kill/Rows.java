package io.crmkit.verification.kill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Reads a tenant's rows behind the library's back. The statements have one parameter, the tenant.
 */
record Rows(DataSource database, String tenant) {

  /** Every row, its values as text; ids in their usual form on every database. */
  List<List<String>> of(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tenant);
      try (ResultSet result = statement.executeQuery()) {
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.add(String.valueOf(result.getString(i)));
          }
          rows.add(row);
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read " + sql, e);
    }
  }

  /** The only value of the only row. */
  long number(String sql) {
    return Long.parseLong(of(sql).get(0).get(0));
  }

  /** The first column, with duplicates. */
  List<String> column(String sql) {
    return of(sql).stream().map(row -> row.get(0)).toList();
  }

  /** How often each value of the first column occurs. */
  Map<String, Integer> counts(String sql) {
    Map<String, Integer> counts = new HashMap<>();
    column(sql).forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
  }

  /** The values of the second column by those of the first, in the order of the statement. */
  SortedMap<String, List<String>> grouped(String sql) {
    SortedMap<String, List<String>> groups = new TreeMap<>();
    of(sql)
        .forEach(row -> groups.computeIfAbsent(row.get(0), k -> new ArrayList<>()).add(row.get(1)));
    return groups;
  }
}
