package io.crmkit.benchmarks.workloads;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerImports;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerRow;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.ImportCustomers;
import io.crmkit.api.customer.ImportReport;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.HistoricOpportunity;
import io.crmkit.api.sales.opportunity.ImportOpportunities;
import io.crmkit.api.sales.opportunity.OpportunityImport;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Fills a tenant with what the workloads find there, by CrmKit's own imports. */
final class Filling {

  /** The pipeline that opportunities go through. */
  static final String PIPELINE = "workloads";

  private static final int CHUNK = 1_000;
  private static final LocalDate BEGIN = LocalDate.of(2024, 1, 8);

  private Filling() {}

  /** Five open stages in a row, then won or lost; nothing asks for anything. */
  static void definePipeline(CrmSession session) {
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < Inputs.STAGES.size(); i++) {
      String code = Inputs.STAGES.get(i);
      List<String> to = new ArrayList<>(List.of("won", "lost"));
      if (i + 1 < Inputs.STAGES.size()) {
        to.add(0, Inputs.STAGES.get(i + 1));
      }
      stages.add(
          Stage.open(code, new Label(code, code), Inputs.probability(i))
              .to(to.toArray(String[]::new)));
    }
    stages.add(Stage.won("won", new Label("won", "赢单")));
    stages.add(Stage.lost("lost", new Label("lost", "丢单")));
    Label name = new Label("Workloads", "工作负载");
    session
        .get(Pipelines.class)
        .define(new DefinePipeline(new PipelineDefinition(PIPELINE, name, stages)));
  }

  /** One customer that gets a number, so that there is a count of numbers. */
  static UUID firstCustomer(CrmSession session) {
    RegisterCustomer command = RegisterCustomer.organization(CustomerName.of("First Customer"));
    return session.get(Customers.class).register(command).id().value();
  }

  /** So many customers, each with a telephone number and an e-mail address; their ids. */
  static List<UUID> customers(CrmSession session, int count) {
    List<UUID> ids = new ArrayList<>();
    while (ids.size() < count) {
      List<CustomerRow> rows = new ArrayList<>();
      for (int n = ids.size(); n < Math.min(count, ids.size() + CHUNK); n++) {
        CustomerName name = CustomerName.of("Lakeside Works " + n);
        rows.add(
            CustomerRow.organization("w-" + n, name)
                .withContactPoints(
                    List.of(
                        ContactPoint.phone(Inputs.phone(n)),
                        ContactPoint.email("office@lakeside" + n + ".example"))));
      }
      ImportReport report = session.get(CustomerImports.class).take(new ImportCustomers(rows));
      for (ImportReport.Outcome outcome : report.rows()) {
        CustomerId id = outcome.customer();
        if (id == null) {
          throw new IllegalStateException("a customer was not taken: " + outcome);
        }
        ids.add(id.value());
      }
    }
    return ids;
  }

  /** So many open opportunities of these customers, over all stages. */
  static void opportunities(CrmSession session, int count, List<UUID> customers) {
    for (int from = 0; from < count; from += CHUNK) {
      List<HistoricOpportunity> rows = new ArrayList<>();
      for (int n = from; n < Math.min(count, from + CHUNK); n++) {
        String stage = Inputs.STAGES.get(n % Inputs.STAGES.size());
        rows.add(
            new HistoricOpportunity(
                "o-" + n,
                "Pumps " + n,
                new CustomerId(customers.get(n % customers.size())),
                Salesperson.of(JdbcRows.ACTOR),
                Deal.unknown().withAmount(Money.of(1_000 + n % 977, Inputs.CURRENCY)),
                List.of(new HistoricOpportunity.Visit(stage, BEGIN.plusDays(n % 365))),
                null));
      }
      session
          .get(OpportunityImport.class)
          .take(new ImportOpportunities("workloads", PIPELINE, rows));
    }
  }
}
