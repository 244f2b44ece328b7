package io.crmkit.sales.pipeline;

import static io.crmkit.sales.pipeline.PipelineEntities.PIPELINES;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.PipelineId;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pipelines: thin around {@link PipelineRules}. */
public final class PipelineService implements Pipelines {

  private final Work work;
  private final PipelineCatalog catalog;

  @Inject
  PipelineService(Work work, PipelineCatalog catalog) {
    this.work = work;
    this.catalog = catalog;
  }

  @Override
  public Pipeline define(DefinePipeline command) {
    return work.run(
        "pipeline.define",
        command,
        tx -> {
          PipelineDefinition definition = command.definition();
          List<InvalidInput.Fault> faults = PipelineRules.faults(definition);
          if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
          }
          tx.lockNames("sales.pipeline", List.of(definition.code()));
          Optional<Pipeline> current = catalog.current(tx, definition.code());
          if (current.isPresent() && current.get().definition().equals(definition)) {
            return current.get();
          }
          int revision = current.map(Pipeline::revision).orElse(0) + 1;
          return tx.store(PIPELINES)
              .insert(
                  new Pipeline(
                      new PipelineId(tx.newId()),
                      0,
                      definition.code(),
                      revision,
                      definition,
                      tx.occurredAt()));
        });
  }

  @Override
  public Pipeline get(PipelineId id) {
    return work.read(tx -> catalog.get(tx, id));
  }

  @Override
  public Optional<Pipeline> current(String code) {
    return work.read(tx -> catalog.current(tx, code));
  }

  @Override
  public List<Pipeline> all() {
    return work.read(
        tx -> {
          Map<String, Pipeline> latest = new TreeMap<>();
          for (Pipeline pipeline : tx.store(PIPELINES).all(Criteria.all())) {
            latest.merge(pipeline.code(), pipeline, (a, b) -> a.revision() > b.revision() ? a : b);
          }
          return List.copyOf(latest.values());
        });
  }
}
