package io.crmkit.jta;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What docs/transactions.md shows of JTA. */
final class JtaExample {

  private static final RegisterCustomer NORTHWIND =
      RegisterCustomer.organization(CustomerName.of("Northwind"));

  private JtaExample() {}

  /** What the container has. */
  record Container(
      TransactionManager manager,
      TransactionSynchronizationRegistry registry,
      DataSource jtaPool,
      DataSource erp) {}

  // begin docs/transactions.md
  static void order(Crm crm, Container container, String number) throws Exception {
    JtaTransactions transactions = new JtaTransactions(container.registry(), container.jtaPool());

    container.manager().begin();
    CrmSession session = transactions.join(crm.session(new TenantId("acme"), Actor.of("lily")));
    session.get(Customers.class).register(NORTHWIND);
    insertOrder(container.erp(), number);
    container.manager().commit();
  }

  // end docs/transactions.md

  private static void insertOrder(DataSource erp, String number) throws SQLException {
    try (Connection connection = erp.getConnection();
        var insert = connection.prepareStatement("insert into erp_order values (?)")) {
      insert.setString(1, number);
      insert.executeUpdate();
    }
  }
}
