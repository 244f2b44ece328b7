package io.crmkit.benchmarks.workloads;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.Money;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** CrmKit as a host uses it: all modules loaded, a session for each request. */
final class CrmKitLeg implements Leg {

  private static final OpportunityTotals BY_STAGE =
      OpportunityTotals.by(OpportunityTotals.Dimension.STAGE, StageCategory.OPEN);

  private final Crm crm;
  private final TenantId tenant;

  CrmKitLeg(Crm crm, String tenant) {
    this.crm = crm;
    this.tenant = new TenantId(tenant);
  }

  /** CrmKit with everything as it comes, but nothing that runs beside the operations. */
  static Crm open(Consumer<CrmBuilder> storage) {
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL);
    storage.accept(builder);
    return builder.open();
  }

  @Override
  public String name() {
    return "CrmKit";
  }

  CrmSession session() {
    return crm.session(tenant, Actor.of(JdbcRows.ACTOR));
  }

  @Override
  public void register(Inputs.Registration registration) {
    session().get(Customers.class).register(command(registration));
  }

  static RegisterCustomer command(Inputs.Registration registration) {
    return RegisterCustomer.organization(CustomerName.of(registration.name()))
        .withContactPoints(
            List.of(
                ContactPoint.phone(registration.phone()),
                ContactPoint.email(registration.email())));
  }

  @Override
  public void sell(UUID customer) {
    OpenOpportunity command =
        OpenOpportunity.of("Pumps", new CustomerId(customer))
            .withPipeline(Filling.PIPELINE)
            .withDeal(Deal.unknown().withAmount(Money.of(Inputs.AMOUNT, Inputs.CURRENCY)));
    Opportunity opportunity = session().get(Opportunities.class).open(command);
    for (String stage : Inputs.STAGES.subList(1, Inputs.STAGES.size())) {
      opportunity =
          session()
              .get(Opportunities.class)
              .advance(new AdvanceOpportunity(opportunity.id(), opportunity.version(), stage));
    }
  }

  @Override
  public Customer customer(UUID id) {
    return session().get(Customers.class).get(new CustomerId(id));
  }

  @Override
  public List<Customer> reachedBy(String phone) {
    return session().get(Customers.class).reachedBy(ContactChannel.PHONE, phone);
  }

  @Override
  public List<TotalsRow> totals() {
    return session().get(PipelineReports.class).totals(BY_STAGE);
  }

  @Override
  public void close() {
    crm.close();
  }
}
