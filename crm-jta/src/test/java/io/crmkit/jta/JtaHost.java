package io.crmkit.jta;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.xa.PGXADataSource;

/** An ERP with its rows in one database and the CRM's in another one of the same kind. */
final class JtaHost {

  final TransactionManager manager = com.arjuna.ats.jta.TransactionManager.transactionManager();
  private final String name;
  private final TestPlace crmPlace;
  private final TestPlace erpPlace;
  private final DataSource erp;
  private final JtaTransactions transactions;
  private final Crm crm;

  private JtaHost(TestStorage storage) {
    Journal.belowTarget();
    TransactionSynchronizationRegistry registry = new TransactionSynchronizationRegistryImple();
    name = storage.name();
    crmPlace = storage.open();
    erpPlace = storage.open();
    try {
      erp = new EnlistingDataSource(manager, xa(erpPlace));
      transactions = new JtaTransactions(registry, new EnlistingDataSource(manager, xa(crmPlace)));
      execute(erpPlace, "create table erp_order (number varchar(60) primary key)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    crm =
        Crm.builder(AccessPolicy.allowAll())
            .dataSource(crmPlace.dataSource().orElseThrow())
            .delivery(CrmBuilder.Delivery.MANUAL)
            .open();
  }

  /** One on every database that is there; memory is none. */
  static List<JtaHost> onEveryDatabase() {
    return TestStorage.every().stream()
        .filter(storage -> !storage.name().equals("MEMORY"))
        .map(JtaHost::new)
        .toList();
  }

  private static XADataSource xa(TestPlace place) throws SQLException {
    try (Connection connection = place.dataSource().orElseThrow().getConnection()) {
      String url = connection.getMetaData().getURL();
      String user = connection.getMetaData().getUserName();
      if (url.startsWith("jdbc:postgresql:")) {
        PGXADataSource source = new PGXADataSource();
        source.setUrl(url);
        source.setUser(user);
        return source;
      } else if (url.startsWith("jdbc:mariadb:")) {
        return new MariaDbDataSource(url);
      }
      JdbcDataSource source = new JdbcDataSource();
      source.setUrl(url);
      source.setUser(user);
      return source;
    }
  }

  private static void execute(TestPlace place, String sql) throws SQLException {
    try (Connection connection = place.dataSource().orElseThrow().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  CrmSession alone() {
    return crm.session(new TenantId("acme"), Actor.of("erp"));
  }

  CrmSession session() {
    return transactions.join(alone());
  }

  void customer(String number) {
    session()
        .get(Customers.class)
        .register(
            RegisterCustomer.organization(CustomerName.of("Customer " + number))
                .withExternalId(number));
  }

  void order(String number) {
    try (Connection connection = erp.getConnection();
        var insert = connection.prepareStatement("insert into erp_order values (?)")) {
      insert.setString(1, number);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void both(String number) {
    order(number);
    customer(number);
  }

  boolean known(String number) {
    return alone().get(Customers.class).byExternalId(number).isPresent();
  }

  boolean ordered(String number) throws SQLException {
    try (Connection connection = erpPlace.dataSource().orElseThrow().getConnection();
        var select = connection.prepareStatement("select 1 from erp_order where number = ?")) {
      select.setString(1, number);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }

  void stop() {
    try {
      if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
        manager.rollback();
      }
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    }
    crm.close();
    crmPlace.close();
    erpPlace.close();
  }
}
