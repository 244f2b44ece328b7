package io.crmkit.api.sales.order;

import io.crmkit.api.field.CustomValues;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;

/**
 * An accepted quote on its way through the ERP.
 *
 * @param id the order
 * @param version rises with every change
 * @param heading which order it is
 * @param status how far it has come
 * @param billing how far it is paid
 * @param erp what the ERP has said
 * @param totals what it comes to
 * @param lines what was ordered, a bundle's components right after the bundle's line
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record SalesOrder(
    OrderId id,
    long version,
    OrderHeading heading,
    OrderStatus status,
    BillingStatus billing,
    ErpFacts erp,
    OrderTotals totals,
    List<OrderLine> lines,
    CustomValues custom)
    implements SalesOrderBuilder.With {

  public SalesOrder {
    lines = List.copyOf(lines);
    Objects.requireNonNull(custom, "custom");
  }

  /** Whether a line is a bundle, whose components are shipped instead of it. */
  public boolean isBundle(OrderLine line) {
    return lines.stream().anyMatch(l -> line.lineId().equals(l.parentLine()));
  }
}
