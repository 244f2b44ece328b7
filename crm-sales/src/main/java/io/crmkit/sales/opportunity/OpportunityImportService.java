package io.crmkit.sales.opportunity;

import static io.crmkit.sales.opportunity.OpportunityEntities.CHANGES;
import static io.crmkit.sales.opportunity.OpportunityEntities.OPPORTUNITIES;

import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.sales.opportunity.HistoricOpportunity;
import io.crmkit.api.sales.opportunity.ImportOpportunities;
import io.crmkit.api.sales.opportunity.ImportedChunk;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.api.sales.opportunity.OpportunityChangeId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.opportunity.OpportunityImport;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.sales.pipeline.PipelineCatalog;
import io.crmkit.sales.validation.Faults;
import jakarta.inject.Inject;
import java.time.ZoneId;
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
    ZoneId zone = tx.session().profile().zone();
    ImportRules rules = new ImportRules(pipeline, chunk.source(), Moment.of(tx), zone);

    Set<String> seen = present(tx, chunk);
    Set<CustomerId> customers = customers(tx, chunk);
    List<InvalidInput.Fault> faults = new ArrayList<>();
    int created = 0;
    int present = 0;
    for (int i = 0; i < chunk.rows().size(); i++) {
      HistoricOpportunity row = chunk.rows().get(i);
      List<InvalidInput.Fault> wrong = new ArrayList<>(rules.faults("rows[" + i + "].", row));
      if (row.customer() != null && !customers.contains(row.customer())) {
        wrong.add(new InvalidInput.Fault("rows[" + i + "].customer", "no such customer"));
      }
      if (!wrong.isEmpty()) {
        faults.addAll(wrong);
      } else if (seen.add(row.externalId())) {
        insert(tx, rules, row);
        created++;
      } else {
        present++;
      }
    }
    return new ImportedChunk(created, present, faults);
  }

  private static void insert(Tx tx, ImportRules rules, HistoricOpportunity row) {
    Opportunity opportunity =
        tx.store(OPPORTUNITIES).insert(rules.opportunity(new OpportunityId(tx.newId()), row));
    for (int i = 0; i < row.visits().size(); i++) {
      OpportunityChangeId id = new OpportunityChangeId(tx.newId());
      tx.store(CHANGES).insert(rules.change(id, opportunity, row, i));
    }
  }

  private static Set<String> present(Tx tx, ImportOpportunities chunk) {
    List<String> ids =
        chunk.rows().stream().map(HistoricOpportunity::externalId).distinct().toList();
    Set<String> present = new HashSet<>();
    tx.tenantWide()
        .store(OPPORTUNITIES)
        .list(
            Query.where(
                    OpportunityAttributes.SOURCE
                        .eq(chunk.source())
                        .and(OpportunityAttributes.EXTERNAL_ID.in(ids)))
                .limit(ImportOpportunities.MAX_ROWS))
        .forEach(o -> present.add(String.valueOf(o.origin().externalId())));
    return present;
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
