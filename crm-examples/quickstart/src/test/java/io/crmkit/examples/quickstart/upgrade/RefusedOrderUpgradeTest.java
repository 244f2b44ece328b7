package io.crmkit.examples.quickstart.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.sales.order.OrderAttempt;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import io.crmkit.testkit.upgrade.Release010;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What release 0.1.0 left refused is an attempt now, so that the next one has a key of its own. */
class RefusedOrderUpgradeTest {

  private static final TenantId TENANT = new TenantId("before");
  private static final UUID REFUSED = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final UUID PLACED = UUID.fromString("00000000-0000-7000-8000-000000000002");
  private static final UUID QUOTE = UUID.fromString("00000000-0000-7000-8000-000000000003");

  private static void order(Statement statement, UUID id, String status) throws SQLException {
    UUID quote = id.equals(REFUSED) ? QUOTE : PLACED;
    statement.execute(
        "insert into crm_sales_order (tenant_id, id, version, heading_number, heading_quote_id,"
            + " heading_opportunity_id, heading_customer_id, heading_placed_at, status, billing,"
            + " erp_refusal, totals_net_amount, totals_net_currency, totals_tax_amount,"
            + " totals_tax_currency, totals_total_amount, totals_total_currency) values ('before', '"
            + id
            + "', 2, 'O-"
            + status
            + "', '"
            + quote
            + "', '"
            + QUOTE
            + "', '"
            + QUOTE
            + "', timestamp with time zone '2026-01-05 08:00:00+00', '"
            + status
            + "', 'UNBILLED', "
            + (id.equals(REFUSED) ? "'no credit'" : "null")
            + ", 1, 'EUR', 0, 'EUR', 1, 'EUR')");
  }

  private static void fill(TestPlace place, Dialect dialect) throws SQLException {
    try (Connection connection = place.dataSource().orElseThrow().getConnection();
        Statement statement = connection.createStatement()) {
      boolean h2 = dialect == Dialect.H2;
      statement.execute(
          h2 ? "set referential_integrity false" : "set session_replication_role = replica");
      order(statement, REFUSED, "REFUSED");
      order(statement, PLACED, "PLACED");
      statement.execute(
          "insert into crm_erp_message (tenant_id, id, version, order_id, message_key, answer,"
              + " recorded_at) values ('before', '"
              + QUOTE
              + "', 1, '"
              + REFUSED
              + "', 'm1', "
              + (h2 ? "json " : "")
              + "'{\"type\":\"Declined\",\"reason\":\"no credit\"}',"
              + " timestamp with time zone '2026-01-06 08:00:00+00')");
      statement.execute(
          h2 ? "set referential_integrity true" : "set session_replication_role = origin");
    }
  }

  @ParameterizedTest
  @MethodSource("io.crmkit.examples.quickstart.upgrade.UpgradeTest#databases")
  void whatWasRefusedBeforeIsTheFirstAttempt(TestStorage storage, Dialect dialect)
      throws SQLException {
    try (TestPlace old = storage.open()) {
      Release010.make(old.dataSource().orElseThrow(), dialect);
      fill(old, dialect);

      try (Crm crm =
          Crm.builder(AccessPolicy.allowAll())
              .dataSource(old.dataSource().orElseThrow())
              .delivery(CrmBuilder.Delivery.MANUAL)
              .open()) {
        Orders orders = crm.session(TENANT, Actor.of("lily")).get(Orders.class);

        assertThat(orders.attempts(new OrderId(PLACED))).isEmpty();
        assertThat(orders.attempts(new OrderId(REFUSED)))
            .singleElement()
            .satisfies(
                attempt -> {
                  assertThat(attempt.attempt()).isEqualTo(1);
                  assertThat(attempt.quote().value()).isEqualTo(QUOTE);
                  assertThat(attempt.refusal()).isEqualTo("no credit");
                  assertThat(attempt.placedAt()).isEqualTo(Instant.parse("2026-01-05T08:00:00Z"));
                  assertThat(attempt.refusedAt()).isEqualTo(Instant.parse("2026-01-06T08:00:00Z"));
                })
            .extracting(OrderAttempt::order)
            .isEqualTo(new OrderId(REFUSED));
      }
    }
  }
}
