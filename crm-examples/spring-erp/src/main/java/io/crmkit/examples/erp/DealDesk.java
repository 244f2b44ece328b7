package io.crmkit.examples.erp;

import io.crmkit.api.Actor;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageGuard;
import io.crmkit.api.sales.pipeline.StandardGuards;
import io.crmkit.api.value.Label;
import io.crmkit.spring.SpringSessions;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The CRM as this ERP uses it. */
@Service
public class DealDesk {

  private static final TenantId COMPANY = new TenantId("acme");
  private static final Actor CLERK = Actor.of("clerk");

  private final SpringSessions sessions;

  DealDesk(SpringSessions sessions) {
    this.sessions = sessions;
  }

  /** A session in the current transaction, if there is one. */
  CrmSession session() {
    return sessions.session(COMPANY, CLERK);
  }

  /** One stage of selling, which nobody leaves before the amount is known. */
  public void prepare() {
    session()
        .get(Pipelines.class)
        .define(
            new DefinePipeline(
                new PipelineDefinition(
                    "standard",
                    new Label("Equipment sales", "设备销售"),
                    List.of(
                        Stage.open("negotiation", new Label("Negotiation", "谈判"), 50)
                            .leaving(StageGuard.of(StandardGuards.AMOUNT_PRESENT))
                            .to("won", "lost"),
                        Stage.won("won", new Label("Won", "赢单")),
                        Stage.lost("lost", new Label("Lost", "丢单"))))));
  }

  /** A new customer, and what they may buy. */
  @Transactional
  public Opportunity open(String customer, Deal deal) {
    CrmSession session = session();
    Customer known =
        session
            .get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of(customer)));
    return session
        .get(Opportunities.class)
        .open(OpenOpportunity.of(customer + "'s needs", known.id()).withDeal(deal));
  }

  /** The code of the stage where the deal stands. */
  public String stage(OpportunityId deal) {
    return session().get(Opportunities.class).get(deal).progress().stage();
  }
}
