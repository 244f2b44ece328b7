package io.crmkit.sales.opportunity;

import static io.crmkit.sales.opportunity.OpportunityEntities.OPPORTUNITIES;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.pipeline.MigratePipeline;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.sales.pipeline.PipelineCatalog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts opportunities in flight onto another revision, a chunk at a time: what breaks off in the
 * middle goes on where it stopped when it is run again.
 */
final class Migration {

  private static final int CHUNK = 500;

  private final Work work;
  private final PipelineCatalog pipelines;

  Migration(Work work, PipelineCatalog pipelines) {
    this.work = work;
    this.pipelines = pipelines;
  }

  int run(MigratePipeline command) {
    if (command.from().equals(command.to())) {
      throw new InvalidInput("to", "must be another revision");
    }
    work.read(
        tx -> {
          check(tx, command);
          return true;
        });
    int moved = 0;
    int chunk;
    do {
      chunk = work.run("pipeline.migrate", command, tx -> chunk(tx, command));
      moved += chunk;
    } while (chunk == CHUNK);
    return moved;
  }

  /** Every stage that still holds opportunities must have a counterpart. */
  private void check(ReadTx tx, MigratePipeline command) {
    PipelineDefinition to = pipelines.get(tx, command.to()).definition();
    List<Reason> against = new ArrayList<>();
    for (Stage stage : pipelines.get(tx, command.from()).definition().stages()) {
      if (stage.category() != StageCategory.OPEN
          || counterpart(command, to, stage.code()) != null) {
        continue;
      }
      Criteria<Opportunity> inStage =
          inFlight(command).and(OpportunityAttributes.STAGE.eq(stage.code()));
      long count = tx.tenantWide().store(OPPORTUNITIES).count(inStage);
      if (count > 0) {
        against.add(
            Reason.of(SalesReason.MIGRATION_STAGE_UNKNOWN)
                .with("count", count)
                .with("stage", stage.code(), stage.label()));
      }
    }
    if (!against.isEmpty()) {
      throw new Refused(against);
    }
  }

  private int chunk(Tx tx, MigratePipeline command) {
    Pipeline to = pipelines.get(tx, command.to());
    Moment moment = Moment.of(tx);
    List<Opportunity> rows =
        tx.store(OPPORTUNITIES).list(Query.where(inFlight(command)).limit(CHUNK));
    List<Change<Opportunity>> changes = new ArrayList<>();
    for (Opportunity before : rows) {
      Stage stage = counterpart(command, to.definition(), before.progress().stage());
      if (stage == null) {
        // It entered that stage since the check.
        throw new Conflict("an opportunity moved during the migration");
      }
      changes.add(new Change<>(before, OpportunityRules.migrate(before, to, stage, moment)));
    }
    List<Opportunity> after = tx.store(OPPORTUNITIES).saveAll(changes);
    ChangeLog.writeAll(tx, after, OpportunityChange.Kind.MIGRATED);
    return rows.size();
  }

  private static Criteria<Opportunity> inFlight(MigratePipeline command) {
    return OpportunityAttributes.PIPELINE
        .eq(command.from())
        .and(OpportunityAttributes.CATEGORY.eq(StageCategory.OPEN));
  }

  private static @Nullable Stage counterpart(
      MigratePipeline command, PipelineDefinition to, String stage) {
    return to.stage(command.stages().getOrDefault(stage, stage))
        .filter(s -> s.category() == StageCategory.OPEN)
        .orElse(null);
  }
}
