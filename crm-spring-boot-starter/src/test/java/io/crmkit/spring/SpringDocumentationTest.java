package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.TenantId;
import io.crmkit.api.customer.Customers;
import io.crmkit.spring.TransactionsExample.Application;
import io.crmkit.spring.TransactionsExample.Orders;
import java.sql.Connection;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs what docs/transactions.md shows of Spring and of plain JDBC. */
class SpringDocumentationTest {

  private static ConfigurableApplicationContext start() {
    ConfigurableApplicationContext context =
        SpringApplication.run(
            Application.class, "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID());
    context
        .getBean(JdbcTemplate.class)
        .execute("create table erp_order (number varchar(60) primary key)");
    return context;
  }

  private static int customers(ConfigurableApplicationContext context) {
    return context
        .getBean(Crm.class)
        .session(new TenantId("acme"), Actor.of("lily"))
        .get(Customers.class)
        .named("northwind")
        .size();
  }

  @Test
  void theExampleOfSpringKeepsBothOrNeither() {
    try (ConfigurableApplicationContext context = start()) {
      Orders orders = context.getBean(Orders.class);

      orders.order("1");
      assertThatThrownBy(() -> orders.order("1")).isInstanceOf(DataAccessException.class);

      assertThat(customers(context)).isEqualTo(1);
    }
  }

  @Test
  void theExampleOfPlainJdbcKeepsBoth() throws Exception {
    try (ConfigurableApplicationContext context = start();
        Connection connection = context.getBean(DataSource.class).getConnection()) {
      TransactionsExample.order(context.getBean(Crm.class), connection, "1");

      assertThat(customers(context)).isEqualTo(1);
      assertThat(
              context
                  .getBean(JdbcTemplate.class)
                  .queryForList("select number from erp_order", String.class))
          .containsExactly("1");
    }
  }
}
