package io.crmkit.benchmarks.workloads;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Everything that a tenant has in CrmKit's tables, in a form that is the same for two legs that did
 * the same: ids and times are replaced by the order in which they come up, positions in the event
 * log by a word.
 */
final class SameRows {

  /** What only CrmKit and the JDBC legs write. */
  static final List<String> KERNEL_TABLES =
      List.of("crm_lock", "crm_sequence", "crm_audit", "crm_event", "crm_delivery", "crm_feed");

  static final List<String> BUSINESS_TABLES =
      List.of(
          "crm_customer",
          "crm_customer_contact_point",
          "crm_opportunity",
          "crm_opportunity_change");

  private static final Pattern VOLATILE =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
              + "|20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|\\+00:00)");
  private static final Pattern POSITION = Pattern.compile("\"position\": [0-9]+");

  private SameRows() {}

  /** Rows by table. */
  static Map<String, List<String>> of(DataSource source, String tenant, List<String> tables)
      throws SQLException {
    Map<String, String> tokens = new HashMap<>();
    Map<String, List<String>> all = new TreeMap<>();
    try (Connection connection = source.getConnection()) {
      for (String table : tables) {
        List<String> rows = new ArrayList<>();
        for (String row : rows(connection, table, tenant)) {
          rows.add(named(row, tokens));
        }
        all.put(table, rows);
      }
    }
    return all;
  }

  /** In the order of writing, since ids grow; locks by what they lock. */
  private static List<String> rows(Connection connection, String table, String tenant)
      throws SQLException {
    String order =
        switch (table) {
          case "crm_lock" -> "scope, name";
          case "crm_customer_contact_point" -> "owner_id, pos";
          default -> "id";
        };
    String sql =
        "select to_jsonb(t) - 'tenant_id' from "
            + table
            + " t where tenant_id = ? order by "
            + order;
    List<String> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tenant);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(POSITION.matcher(result.getString(1)).replaceAll("\"position\": \"grows\""));
        }
      }
    }
    return rows;
  }

  private static String named(String row, Map<String, String> tokens) {
    Matcher matcher = VOLATILE.matcher(row);
    StringBuilder named = new StringBuilder();
    while (matcher.find()) {
      String value = matcher.group();
      if (value.startsWith("20") && value.contains("T")) {
        // The database and Java cut zeros off differently.
        value = Instant.parse(value.replace("+00:00", "Z")).toString();
      }
      String known = tokens.computeIfAbsent(value, v -> "#" + tokens.size());
      matcher.appendReplacement(named, known);
    }
    matcher.appendTail(named);
    return named.toString();
  }
}
