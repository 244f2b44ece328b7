package io.crmkit.benchmarks.workloads;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The questions about units as somebody writes them by hand for the same tables: prepared, pooled,
 * one statement each, the columns of a unit read by number. It knows no access rules, no custom
 * fields and makes no records: less could hardly be done.
 */
final class UnitFloor {

  private static final String COLUMNS =
      "a.id, a.version, a.customer_id, a.identity_model, a.identity_maker, a.identity_product_id,"
          + " a.identity_serial_number, a.identity_batch, a.numbers_reference, a.numbers_own,"
          + " a.numbers_customers, a.life_status, a.life_supply, a.life_tenure, a.life_shipped_on,"
          + " a.life_installed_on, a.life_title_on, a.placement_role, a.placement_parent_id,"
          + " a.placement_function, a.placement_site, a.sold_sku, a.sold_revision,"
          + " a.source_sale_entity, a.source_sale_id, a.source_line, a.source_unit,"
          + " a.specification, a.custom";

  private static final int COUNT = 29;

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

  private static final String PATH =
      "with recursive walk (id, depth) as ("
          + "select id, 0 from crm_asset where tenant_id = ? and id = ?"
          + " union all select p.placement_parent_id, w.depth + 1 from walk w join crm_asset p"
          + " on p.tenant_id = ? and p.id = w.id where p.placement_parent_id is not null)"
          + " select "
          + COLUMNS
          + " from walk w join crm_asset a on a.tenant_id = ? and a.id = w.id"
          + " order by w.depth";

  private static final String TREE =
      "with recursive walk (id, depth) as ("
          + "select id, 0 from crm_asset where tenant_id = ? and id = ?"
          + " union all select c.id, w.depth + 1 from walk w join crm_asset c"
          + " on c.tenant_id = ? and c.placement_parent_id = w.id)"
          + " select a.id, a.placement_parent_id, w.depth, a.identity_model,"
          + " a.identity_serial_number, a.placement_role, a.placement_function, a.life_status"
          + " from walk w join crm_asset a on a.tenant_id = ? and a.id = w.id";

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
    return read(PATH, COUNT, tenant, unit, tenant, tenant);
  }

  int tree(UUID root) {
    return read(TREE, 8, tenant, root, tenant, tenant);
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
          row[i] = result.getObject(i + 1);
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
