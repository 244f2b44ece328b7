package io.crmkit.benchmarks.workloads;

import java.sql.Clob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The questions about units as somebody writes them by hand for the same tables: prepared, pooled,
 * one statement each, the columns of a unit read by number. It knows no access rules, no custom
 * fields and makes no records: less could hardly be done.
 */
final class UnitFloor {

  /** All that a unit is made of, as CrmKit reads it. */
  private static final List<String> NAMES =
      List.of(
          "id",
          "version",
          "customer_id",
          "identity_model",
          "identity_maker",
          "identity_product_id",
          "identity_serial_number",
          "identity_batch",
          "numbers_reference",
          "numbers_own",
          "numbers_customers",
          "life_status",
          "life_supply",
          "life_tenure",
          "life_shipped_on",
          "life_installed_on",
          "life_first_used_on",
          "life_title_on",
          "placement_role",
          "placement_parent_id",
          "placement_function",
          "placement_site",
          "placement_site_id",
          "placement_slot",
          "sold_sku",
          "sold_revision",
          "source_sale_entity",
          "source_sale_id",
          "source_line",
          "source_unit",
          "specification",
          "succession_replaces_id",
          "succession_replaced_by_id",
          "parties_user_id",
          "parties_maintainer_id",
          "parties_lessor_id",
          "loan_lender_id",
          "loan_in_place_of_id",
          "loan_due_on",
          "custom");

  private static final String COLUMNS = named("a.");

  private static final int COUNT = NAMES.size();

  private static final String BY_SERIAL =
      "select "
          + COLUMNS
          + " from crm_asset a where a.tenant_id = ? and a.serial_key = ?"
          + " order by a.id limit 100";

  private static final String CHILDREN =
      "select "
          + COLUMNS
          + " from crm_asset a where a.tenant_id = ? and a.placement_parent_id = ?"
          + " order by a.id";

  /** It carries the columns: to join them again afterwards makes PostgreSQL read every unit. */
  private static final String PATH =
      "with recursive walk ("
          + named("")
          + ", depth) as (select "
          + COLUMNS
          + ", 0 from crm_asset a where a.tenant_id = ? and a.id = ? union all select "
          + named("p.")
          + ", w.depth + 1 from walk w join crm_asset p"
          + " on p.tenant_id = ? and p.id = w.placement_parent_id) select "
          + named("")
          + " from walk order by depth";

  private static final String TREE =
      "with recursive walk (id, parent, model, serial, role, job, status, slot, depth) as (select"
          + " a.id, a.placement_parent_id, a.identity_model, a.identity_serial_number,"
          + " a.placement_role, a.placement_function, a.life_status, a.placement_slot, 0"
          + " from crm_asset a where a.tenant_id = ? and a.id = ? union all select"
          + " c.id, c.placement_parent_id, c.identity_model, c.identity_serial_number,"
          + " c.placement_role, c.placement_function, c.life_status, c.placement_slot,"
          + " w.depth + 1"
          + " from walk w join crm_asset c on c.tenant_id = ? and c.placement_parent_id = w.id)"
          + " select id, parent, model, serial, role, job, status, slot, depth from walk";

  private final Connections connections;
  private final String tenant;

  UnitFloor(DataSource source, String tenant) {
    this.connections = new Connections(source);
    this.tenant = tenant;
  }

  int bySerial(String serialKey) {
    return read(BY_SERIAL, COUNT, tenant, serialKey);
  }

  int children(UUID unit) {
    return read(CHILDREN, COUNT, tenant, unit);
  }

  int path(UUID unit) {
    return read(PATH, COUNT, tenant, unit, tenant);
  }

  int tree(UUID root) {
    return read(TREE, 9, tenant, root, tenant);
  }

  private static String named(String prefix) {
    return NAMES.stream().map(name -> prefix + name).collect(Collectors.joining(", "));
  }

  /** How many rows there were; each is kept as an array. */
  private int read(String sql, int columns, Object... binds) {
    return connections.<Integer>read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < binds.length; i++) {
              statement.setObject(i + 1, binds[i]);
            }
            return rows(statement, columns).size();
          }
        });
  }

  private static List<Object[]> rows(PreparedStatement statement, int columns) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          Object value = result.getObject(i + 1);
          row[i] = value instanceof Clob ? result.getString(i + 1) : value;
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
