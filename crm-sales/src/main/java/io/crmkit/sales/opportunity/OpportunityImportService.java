package io.crmkit.sales.opportunity;

import static io.crmkit.sales.opportunity.OpportunityEntities.CHANGES;
import static io.crmkit.sales.opportunity.OpportunityEntities.OPPORTUNITIES;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.sales.opportunity.HistoricOpportunity;
import io.crmkit.api.sales.opportunity.ImportOpportunities;
import io.crmkit.api.sales.opportunity.ImportedChunk;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.opportunity.OpportunityChangeId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.opportunity.OpportunityImport;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.sales.pipeline.PipelineCatalog;
import io.crmkit.sales.validation.Faults;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes over opportunities with their past: one read and one flush for each chunk. */
public final class OpportunityImportService implements OpportunityImport {

  private final Work work;
  private final PipelineCatalog pipelines;

  @Inject
  OpportunityImportService(Work work, PipelineCatalog pipelines) {
    this.work = work;
    this.pipelines = pipelines;
  }

  @Override
  public ImportedChunk take(ImportOpportunities chunk) {
    return work.run("opportunity.import", chunk, tx -> take(tx, chunk));
  }

  private ImportedChunk take(Tx tx, ImportOpportunities chunk) {
    new Faults()
        .text("source", chunk.source(), 100)
        .count("rows", chunk.rows().size(), ImportOpportunities.MAX_ROWS)
        .raise();
    // Two imports of the same source take turns, so that neither meets the other's rows.
    tx.lockNames("sales.import", List.of(chunk.source()));
    Pipeline pipeline = pipelines.require(tx, chunk.pipeline());
    CrmSession session = tx.session();
    ImportRules rules =
        new ImportRules(
            pipeline,
            Moment.of(tx),
            new ImportRules.Circumstances(
                chunk.source(), session.actor().id(), session.profile().zone()));

    Set<String> there = present(tx, chunk);
    Faultless sound = faultless(tx, chunk, rules, there);
    List<Opportunity> opportunities = new ArrayList<>();
    List<OpportunityChange> changes = new ArrayList<>();
    for (HistoricOpportunity row : sound.rows()) {
      if (!there.contains(row.externalId())) {
        HistoricOpportunity given = tx.store(OPPORTUNITIES).given(Form.whole(row));
        Opportunity opportunity = rules.opportunity(new OpportunityId(tx.newId()), given);
        opportunities.add(opportunity);
        for (int visit = 0; visit < row.visits().size(); visit++) {
          OpportunityChangeId id = new OpportunityChangeId(tx.newId());
          changes.add(rules.change(id, opportunity, row, visit));
        }
      }
    }
    tx.store(OPPORTUNITIES).insertAll(opportunities);
    tx.store(CHANGES).insertAll(changes);
    int present = sound.rows().size() - opportunities.size();
    return new ImportedChunk(opportunities.size(), present, sound.faults());
  }

  /** The rows that can be taken, and what is wrong with the others. */
  private record Faultless(List<HistoricOpportunity> rows, List<InvalidInput.Fault> faults) {}

  private static Faultless faultless(
      Tx tx, ImportOpportunities chunk, ImportRules rules, Set<String> there) {
    Set<CustomerId> customers = customers(tx, chunk);
    Set<String> taken = new HashSet<>();
    List<HistoricOpportunity> rows = new ArrayList<>();
    List<InvalidInput.Fault> faults = new ArrayList<>();
    for (int i = 0; i < chunk.rows().size(); i++) {
      HistoricOpportunity row = chunk.rows().get(i);
      List<InvalidInput.Fault> wrong = new ArrayList<>(rules.faults("rows[" + i + "].", row));
      if (row.customer() != null && !customers.contains(row.customer())) {
        wrong.add(new InvalidInput.Fault("rows[" + i + "].customer", "no such customer"));
      }
      if (!there.contains(row.externalId())) {
        wrong.addAll(customFaults(tx, "rows[" + i + "].", row));
      }
      if (!taken.add(row.externalId())) {
        wrong.add(
            new InvalidInput.Fault(
                "rows[" + i + "].externalId", "is there twice: " + row.externalId()));
      }
      if (wrong.isEmpty()) {
        rows.add(row);
      } else {
        faults.addAll(wrong);
      }
    }
    return new Faultless(rows, faults);
  }

  /** What is there already is left alone, whatever its fields ask of new records by now. */
  private static List<InvalidInput.Fault> customFaults(
      Tx tx, String path, HistoricOpportunity row) {
    return tx.store(OPPORTUNITIES).customFaults(null, row.custom()).stream()
        .map(fault -> new InvalidInput.Fault(path + fault.path(), fault.problem()))
        .toList();
  }

  private static Set<String> present(Tx tx, ImportOpportunities chunk) {
    List<String> ids =
        chunk.rows().stream().map(HistoricOpportunity::externalId).distinct().toList();
    return tx.tenantWide().queries(OpportunityQueries.class).imported(chunk.source(), ids);
  }

  private static Set<CustomerId> customers(Tx tx, ImportOpportunities chunk) {
    Set<CustomerId> named = new HashSet<>();
    chunk.rows().stream().map(HistoricOpportunity::customer).forEach(named::add);
    named.remove(null);
    Set<CustomerId> known = new HashSet<>();
    tx.session().get(Customers.class).findAll(named).forEach(c -> known.add(c.id()));
    return known;
  }
}
