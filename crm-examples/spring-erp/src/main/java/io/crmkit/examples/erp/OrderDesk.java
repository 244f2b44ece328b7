package io.crmkit.examples.erp;

import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a deal becomes an order of the ERP. */
@Service
public class OrderDesk {

  private final JdbcClient jdbc;
  private final Warehouse warehouse;
  private final DealDesk deals;

  OrderDesk(JdbcClient jdbc, Warehouse warehouse, DealDesk deals) {
    this.jdbc = jdbc;
    this.warehouse = warehouse;
    this.deals = deals;
  }

  /**
   * The customer says yes: an order is written, the deal is won, the stock is reserved; all of it,
   * or nothing.
   *
   * @throws OutOfStock if there is not as much
   * @throws io.crmkit.api.error.Refused if the deal cannot be won yet
   */
  @Transactional
  public void accept(Opportunity deal, OrderLine line) {
    jdbc.sql("insert into erp_order (opportunity, item, quantity) values (?, ?, ?)")
        .params(deal.id().value(), line.item(), line.quantity())
        .update();
    deals.session().get(Opportunities.class).win(new WinOpportunity(deal.id(), deal.version()));
    warehouse.take(line);
  }

  /** Whether there is an order of this deal. */
  public boolean ordered(OpportunityId deal) {
    return jdbc.sql("select count(*) from erp_order where opportunity = ?")
            .param(deal.value())
            .query(Integer.class)
            .single()
        == 1;
  }
}
