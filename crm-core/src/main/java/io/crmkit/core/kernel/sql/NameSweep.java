package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Clears away names that nobody has locked for a while. A name that somebody holds is passed over;
 * whoever wants one that is just being cleared waits, and then enters it anew.
 */
final class NameSweep {

  private static final String TENANTS =
      "select distinct tenant_id from crm_lock where locked_on < ?";
  private static final String OLD =
      "select scope, name from crm_lock where tenant_id = ? and locked_on < ?"
          + " limit ? for update skip locked";
  private static final String DELETE =
      "delete from crm_lock where tenant_id = ? and scope = ? and name = ?";

  private record Name(String scope, String name) {}

  private final Connection connection;

  NameSweep(Connection connection) {
    this.connection = connection;
  }

  List<TenantId> tenants(LocalDate before) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TENANTS)) {
      statement.setObject(1, before);
      List<TenantId> tenants = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tenants.add(new TenantId(rows.getString(1)));
        }
      }
      return tenants;
    }
  }

  /** Forgets names of this tenant, so many at most, and says how many. */
  int forget(TenantId tenant, LocalDate before, int most) throws SQLException {
    List<Name> old = lockOld(tenant, before, most);
    if (old.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
      for (Name name : old) {
        statement.setString(1, tenant.value());
        statement.setString(2, name.scope());
        statement.setString(3, name.name());
        statement.addBatch();
      }
      statement.executeBatch();
    }
    return old.size();
  }

  private List<Name> lockOld(TenantId tenant, LocalDate before, int most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OLD)) {
      statement.setString(1, tenant.value());
      statement.setObject(2, before);
      statement.setInt(3, most);
      List<Name> names = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(new Name(rows.getString(1), rows.getString(2)));
        }
      }
      return names;
    }
  }
}
