package io.crmkit.benchmarks.coldstart;

import io.crmkit.api.Crm;
import io.crmkit.api.DatabaseProduct;
import io.crmkit.api.access.AccessPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The floor on H2: plain JDBC that runs the same table scripts on a new database and inserts the
 * rows that the first customer makes, in one transaction.
 */
public final class JdbcFloor {

  private static final List<String> SCRIPTS =
      List.of(
          "io/crmkit/core/kernel/migration/V001__kernel.sql",
          "io/crmkit/core/kernel/migration/V002__durable_work.sql",
          "io/crmkit/core/kernel/migration/V003__retention_and_audit_search.sql",
          "io/crmkit/core/kernel/migration/V004__custom_fields.sql",
          "io/crmkit/core/kernel/migration/V006__settings.sql",
          "io/crmkit/core/customer/migration/V001__customers.sql",
          "io/crmkit/core/customer/migration/V002__indexes_for_searches.sql",
          "io/crmkit/core/customer/migration/V004__custom_fields.sql",
          "io/crmkit/core/document/migration/V001__documents.sql",
          "io/crmkit/core/document/migration/V002__indexes_for_searches.sql",
          "io/crmkit/sales/migration/V001__sales.sql",
          "io/crmkit/sales/migration/V002__indexes_for_searches.sql",
          "io/crmkit/sales/migration/V004__orders_placed_again.sql",
          "io/crmkit/sales/migration/V005__custom_fields.sql",
          "io/crmkit/assets/migration/V001__catalogue_and_installed_base.sql",
          "io/crmkit/assets/migration/V002__indexes_for_searches.sql",
          "io/crmkit/assets/migration/V004__custom_fields.sql",
          "io/crmkit/service/migration/V001__service.sql",
          "io/crmkit/service/migration/V002__indexes_for_searches.sql",
          "io/crmkit/service/migration/V004__custom_fields.sql",
          "io/crmkit/proposals/migration/V001__proposals.sql",
          "io/crmkit/proposals/migration/V002__indexes_for_searches.sql",
          "io/crmkit/proposals/migration/V004__custom_fields.sql");

  private static final Map<String, String> TYPES =
      Map.of(
          "${instant}", "timestamp(6) with time zone",
          "${uuid}", "uuid",
          "${json}", "clob",
          "${bytes}", "blob",
          "${text}", "varchar");

  private JdbcFloor() {}

  public static void main(String[] args) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(args[0])) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        for (String script : SCRIPTS) {
          for (String sql : statements(script)) {
            statement.execute(sql);
          }
        }
      }
      insertRows(connection);
      connection.commit();
    }
  }

  private static void insertRows(Connection connection) throws SQLException {
    UUID id = UUID.randomUUID();
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    insert(
        connection,
        "insert into crm_sequence (tenant_id, id, version, name, last) values (?, ?, ?, ?, ?)",
        "acme",
        UUID.randomUUID(),
        1L,
        "customer",
        1L);
    insert(
        connection,
        "insert into crm_customer (tenant_id, id, version, kind, number, name_latin,"
            + " name_chinese, registered_at, search_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "acme",
        id,
        1L,
        "ORGANIZATION",
        "C000001",
        "Northwind Pumps",
        "北风泵业",
        now,
        "northwind");
    insert(
        connection,
        "insert into crm_audit (tenant_id, id, version, subject_entity, subject_id,"
            + " subject_version, operation, caller_command, caller_actor, times_occurred_at,"
            + " times_recorded_at, changes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "acme",
        UUID.randomUUID(),
        1L,
        "customer.customer",
        id,
        1L,
        "CREATED",
        "customer.register",
        "lily",
        now,
        now,
        "[{\"path\":\"number\",\"after\":\"C000001\"}]");
    insert(
        connection,
        "insert into crm_event (tenant_id, id, version, name, event_version, subject_entity,"
            + " subject_id, position, origin_actor, origin_occurred_at, origin_recorded_at,"
            + " payload) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "acme",
        UUID.randomUUID(),
        1L,
        "customer.registered",
        1,
        "customer.customer",
        id,
        1L,
        "lily",
        now,
        now,
        "{\"number\":\"C000001\"}");
    insert(
        connection,
        "insert into crm_feed (tenant_id, id, version, position, recorded_at, writes)"
            + " values (?, ?, ?, ?, ?, ?)",
        "acme",
        UUID.randomUUID(),
        1L,
        0L,
        now,
        "[{\"subject\":\"" + id + "\"}]");
    for (String scope : List.of("sequence", "unique:customer.customer:number")) {
      insert(
          connection,
          "insert into crm_lock (tenant_id, scope, name, locked_on) values (?, ?, ?, ?)",
          "acme",
          scope,
          "customer",
          now.toLocalDate());
    }
  }

  private static void insert(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /**
   * Sees to it that this floor does all that CrmKit's scripts do.
   *
   * @throws IOException naming a script that is missing here
   */
  static void requireAllScripts() throws IOException {
    String all = Crm.builder(AccessPolicy.allowAll()).scripts(DatabaseProduct.H2).install();
    for (String line : all.lines().filter(l -> l.startsWith("-- Module ")).toList()) {
      String name = line.substring(line.lastIndexOf(' ') + 1);
      if (name.endsWith(".sql") && SCRIPTS.stream().noneMatch(s -> s.endsWith("/" + name))) {
        throw new IOException("the floor lacks the script " + name);
      }
    }
  }

  /** The tables of the scripts, owners before what they own. */
  public static List<String> tables() throws IOException {
    List<String> tables = new ArrayList<>();
    for (String script : SCRIPTS) {
      for (String sql : statements(script)) {
        String[] words = sql.strip().split("\\s+");
        if (words[0].equals("create") && words[1].equals("table")) {
          tables.add(words[2]);
        } else if (words[0].equals("drop") && words[1].equals("table")) {
          tables.remove(words[2]);
        } else if (words.length > 4 && words[3].equals("rename") && words[4].equals("to")) {
          tables.set(tables.indexOf(words[2]), words[5]);
        }
      }
    }
    return tables;
  }

  private static List<String> statements(String script) throws IOException {
    try (InputStream in = JdbcFloor.class.getClassLoader().getResourceAsStream(script)) {
      if (in == null) {
        throw new IOException("no script " + script);
      }
      String text =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.strip().startsWith("--"))
              .collect(Collectors.joining("\n"));
      for (Map.Entry<String, String> type : TYPES.entrySet()) {
        text = text.replace(type.getKey(), type.getValue());
      }
      return List.of(text.split(";")).stream().filter(s -> !s.isBlank()).toList();
    }
  }
}
