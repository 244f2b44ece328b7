package io.crmkit.testkit.assertion;

import static io.crmkit.testkit.CrmAssertions.assertThat;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.order.BillingStatus;
import io.crmkit.api.sales.order.ErpFacts;
import io.crmkit.api.sales.order.OrderHeading;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.OrderLine;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.order.OrderTotals;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.pricing.Item;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SalesOrderAssertTest {

  private static final CustomerId CUSTOMER = new CustomerId(Failing.ONE);
  private static final QuoteId QUOTE = new QuoteId(Failing.ONE);
  private static final Money TAX = Money.of("19", "EUR");
  private static final Money TOTAL = Money.of("119", "EUR");

  private static OrderLine line(UUID id, String sku, int quantity, int shipped) {
    return new OrderLine(id, null, Item.of(sku, "Server"), quantity, Failing.HUNDRED, TAX, shipped);
  }

  private static SalesOrder order() {
    return new SalesOrder(
        new OrderId(Failing.ONE),
        1,
        new OrderHeading(
            "O-1",
            QUOTE,
            new OpportunityId(Failing.ONE),
            CUSTOMER,
            Instant.parse("2026-03-02T12:00:00Z")),
        OrderStatus.ACCEPTED,
        BillingStatus.INVOICED,
        ErpFacts.none().withErpNumber("4711"),
        new OrderTotals(Failing.HUNDRED, TAX, TOTAL),
        List.of(line(Failing.ONE, "SRV", 2, 2), line(Failing.OTHER, "SRV", 3, 0)),
        CustomValues.none());
  }

  @Test
  void what_is_so_passes() {
    assertThat(order())
        .is(OrderStatus.ACCEPTED)
        .is(BillingStatus.INVOICED)
        .hasNumber("O-1")
        .belongsTo(CUSTOMER)
        .isPlacedFor(QUOTE)
        .totals(TOTAL)
        .totalsWithoutTax(Failing.HUNDRED)
        .hasErpNumber("4711")
        .hasOrdered("SRV", 5)
        .hasShipped("SRV", 2)
        .hasOrdered("OTHER", 0);
  }

  @Test
  void what_is_not_so_fails_and_tells_what_is() {
    Failing.says(
        "Expected the status <PLACED> of the order O-1 but it is <ACCEPTED>",
        () -> assertThat(order()).is(OrderStatus.PLACED));
    Failing.says(
        "Expected the billing <PAID> of the order O-1 but it is <INVOICED>",
        () -> assertThat(order()).is(BillingStatus.PAID));
    Failing.says(
        "Expected the number <O-2> of the order O-1 but it is <O-1>",
        () -> assertThat(order()).hasNumber("O-2"));
    CustomerId other = new CustomerId(Failing.OTHER);
    Failing.says(
        "Expected the customer <" + other + "> of the order O-1 but it is <" + CUSTOMER + ">",
        () -> assertThat(order()).belongsTo(other));
    QuoteId revised = new QuoteId(Failing.OTHER);
    Failing.says(
        "Expected the quote <" + revised + "> of the order O-1 but it is <" + QUOTE + ">",
        () -> assertThat(order()).isPlacedFor(revised));
    Failing.says(
        "Expected the ERP number <4711> of the order O-1 but it has none",
        () -> assertThat(order().withErp(ErpFacts.none())).hasErpNumber("4711"));
  }

  @Test
  void other_amounts_fail_and_are_told() {
    Failing.says(
        "Expected the total <" + TAX + "> of the order O-1 but it is <" + TOTAL + ">",
        () -> assertThat(order()).totals(TAX));
    Failing.says(
        "Expected the total without tax <"
            + TOTAL
            + "> of the order O-1 but it is <"
            + Failing.HUNDRED
            + ">",
        () -> assertThat(order()).totalsWithoutTax(TOTAL));
    Failing.says(
        "Expected the units ordered of SRV <1> of the order O-1 but it is <5>",
        () -> assertThat(order()).hasOrdered("SRV", 1));
    Failing.says(
        "Expected the units shipped of SRV <5> of the order O-1 but it is <2>",
        () -> assertThat(order()).hasShipped("SRV", 5));
  }
}
