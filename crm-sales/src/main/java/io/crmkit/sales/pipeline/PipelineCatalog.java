package io.crmkit.sales.pipeline;

import static io.crmkit.sales.pipeline.PipelineEntities.PIPELINES;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.PipelineId;
import io.crmkit.core.spi.work.ReadTx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pipelines of all tenants, kept in memory once read. A revision never changes, so that what is
 * kept is never out of date; which revision is in force is always read. Safe for many threads.
 */
@Singleton
public final class PipelineCatalog {

  private record Key(TenantId tenant, PipelineId id) {}

  private final Cache<Key, Pipeline> revisions = Caffeine.newBuilder().maximumSize(10_000).build();

  @Inject
  PipelineCatalog() {}

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  public Pipeline get(ReadTx tx, PipelineId id) {
    Key key = new Key(tx.session().tenant(), id);
    Pipeline known = revisions.getIfPresent(key);
    if (known != null) {
      return known;
    }
    Pipeline read = tx.tenantWide().store(PIPELINES).get(id);
    revisions.put(key, read);
    return read;
  }

  /** The revision in force. */
  public Optional<Pipeline> current(ReadTx tx, String code) {
    return tx
        .tenantWide()
        .store(PIPELINES)
        .list(
            Query.where(PipelineEntities.CODE.eq(code))
                .orderBy(PipelineEntities.REVISION.descending())
                .limit(1))
        .stream()
        .findFirst();
  }

  /**
   * @throws Refused {@code PIPELINE_UNKNOWN}
   */
  public Pipeline require(ReadTx tx, @Nullable String code) {
    String wanted = code == null ? PipelineDefinition.STANDARD : code;
    return current(tx, wanted)
        .orElseThrow(
            () ->
                Refused.because(Reason.of(SalesReason.PIPELINE_UNKNOWN).with("pipeline", wanted)));
  }
}
