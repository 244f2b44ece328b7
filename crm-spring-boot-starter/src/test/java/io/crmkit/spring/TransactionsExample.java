package io.crmkit.spring;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.HostConnection;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** What docs/transactions.md shows of plain JDBC and of Spring. */
final class TransactionsExample {

  private static final RegisterCustomer NORTHWIND =
      RegisterCustomer.organization(CustomerName.of("Northwind"));

  private TransactionsExample() {}

  // begin docs/transactions.md
  static void order(Crm crm, Connection connection, String number) throws SQLException {
    connection.setAutoCommit(false);
    HostConnection transaction = HostTransaction.on(connection);
    CrmSession session = crm.session(new TenantId("acme"), Actor.of("lily")).join(transaction);

    session.get(Customers.class).register(NORTHWIND);
    insertOrder(connection, number);

    connection.commit();
    transaction.drain();
  }

  // end docs/transactions.md

  private static void insertOrder(Connection connection, String number) throws SQLException {
    try (var insert = connection.prepareStatement("insert into erp_order values (?)")) {
      insert.setString(1, number);
      insert.executeUpdate();
    }
  }

  /** An application. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {
    // begin docs/transactions.md
    @Bean
    AccessPolicy accessPolicy() {
      return AccessPolicy.allowAll();
    }

    // end docs/transactions.md

    @Bean
    Orders orders(SpringSessions sessions, JdbcTemplate jdbc) {
      return new Orders(sessions, jdbc);
    }
  }

  /** Its service. */
  static class Orders {
    private final SpringSessions sessions;
    private final JdbcTemplate jdbc;

    Orders(SpringSessions sessions, JdbcTemplate jdbc) {
      this.sessions = sessions;
      this.jdbc = jdbc;
    }

    // begin docs/transactions.md
    @Transactional
    public void order(String number) {
      CrmSession session = sessions.session(new TenantId("acme"), Actor.of("lily"));
      session.get(Customers.class).register(NORTHWIND);
      jdbc.update("insert into erp_order values (?)", number);
    }
    // end docs/transactions.md
  }
}
