package io.crmkit.testkit.assertion;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.order.BillingStatus;
import io.crmkit.api.sales.order.OrderLine;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.value.Money;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Assertions on an order. */
public final class SalesOrderAssert extends RecordAssert<SalesOrderAssert, SalesOrder> {

  /** For {@code CrmAssertions.assertThat}. */
  public SalesOrderAssert(@Nullable SalesOrder actual) {
    super(actual, SalesOrderAssert.class);
  }

  /** It has come so far. */
  public SalesOrderAssert is(OrderStatus wanted) {
    isNotNull();
    return same("status", wanted, actual.status());
  }

  /** It is paid so far. */
  public SalesOrderAssert is(BillingStatus wanted) {
    isNotNull();
    return same("billing", wanted, actual.billing());
  }

  /** It has this number. */
  public SalesOrderAssert hasNumber(String wanted) {
    isNotNull();
    return same("number", wanted, actual.heading().number());
  }

  /** This customer buys. */
  public SalesOrderAssert belongsTo(CustomerId wanted) {
    isNotNull();
    return same("customer", wanted, actual.heading().customer());
  }

  /** It was placed for this quote. */
  public SalesOrderAssert isPlacedFor(QuoteId wanted) {
    isNotNull();
    return same("quote", wanted, actual.heading().quote());
  }

  /** It comes to this, tax included. */
  public SalesOrderAssert totals(Money wanted) {
    isNotNull();
    return same("total", wanted, actual.totals().total());
  }

  /** It comes to this without tax. */
  public SalesOrderAssert totalsWithoutTax(Money wanted) {
    isNotNull();
    return same("total without tax", wanted, actual.totals().net());
  }

  /** The ERP knows it under this number. */
  public SalesOrderAssert hasErpNumber(String wanted) {
    isNotNull();
    return same("ERP number", wanted, actual.erp().erpNumber());
  }

  /** So many units were ordered, over all lines with this number. */
  public SalesOrderAssert hasOrdered(String sku, int wanted) {
    isNotNull();
    return same("units ordered of " + sku, wanted, units(sku, OrderLine::quantity));
  }

  /** So many units are shipped, over all lines with this number. */
  public SalesOrderAssert hasShipped(String sku, int wanted) {
    isNotNull();
    return same("units shipped of " + sku, wanted, units(sku, OrderLine::shipped));
  }

  private int units(String sku, ToIntFunction<OrderLine> units) {
    return actual.lines().stream()
        .filter(line -> line.item().sku().equals(sku))
        .mapToInt(units)
        .sum();
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  @Override
  String describe() {
    return "the order " + actual.heading().number();
  }
}
