package io.crmkit.examples.erp;

import io.crmkit.api.error.CrmException;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.value.Money;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Tells of three deals: one that becomes an order, one that the ERP and one that the CRM refuses.
 */
@Component
public class Walkthrough {

  private static final String ITEM = "XR-900";

  private final DealDesk deals;
  private final OrderDesk orders;
  private final Warehouse warehouse;

  Walkthrough(DealDesk deals, OrderDesk orders, Warehouse warehouse) {
    this.deals = deals;
    this.orders = orders;
    this.warehouse = warehouse;
  }

  /**
   * @param out takes line after line
   */
  public void tell(Consumer<String> out) {
    deals.prepare();
    warehouse.receive(ITEM, 2);
    out.accept("There are " + warehouse.inStock(ITEM) + " X-ray systems in stock.");
    Deal known = Deal.unknown().withAmount(Money.of("64900", "EUR"));
    accept(out, deals.open("Riverside Hospital", known), new OrderLine(ITEM, 1));
    accept(out, deals.open("Lakeside Clinic", known), new OrderLine(ITEM, 5));
    accept(out, deals.open("Hillside Practice", Deal.unknown()), new OrderLine(ITEM, 1));
  }

  private void accept(Consumer<String> out, Opportunity deal, OrderLine line) {
    out.accept("");
    out.accept(deal.name() + ": " + line.quantity() + " of " + line.item() + " are ordered.");
    try {
      orders.accept(deal, line);
    } catch (OutOfStock e) {
      out.accept("  The ERP says no: " + e.getMessage() + ".");
    } catch (CrmException e) {
      out.accept("  The CRM says no: " + e.getMessage());
    }
    out.accept("  ERP: " + (orders.ordered(deal.id()) ? "an order" : "no order"));
    out.accept("  CRM: the deal is in stage " + deals.stage(deal.id()));
    out.accept("  In stock: " + warehouse.inStock(line.item()));
  }
}
