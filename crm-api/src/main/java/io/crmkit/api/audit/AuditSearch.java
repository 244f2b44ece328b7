package io.crmkit.api.audit;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit are looked for; what is null does not matter.
 *
 * @param actor the id of who wrote
 * @param command the stable name of the command, such as {@code "customer.update"}
 * @param correlationId the host's correlation id
 * @param entity the stable name of the entity that was written
 * @param recorded when it was recorded
 * @param limit entries at most, 1 to 1,000
 * @param after the cursor of the page before, or null
 */
@RecordBuilder
public record AuditSearch(
    @Nullable String actor,
    @Nullable String command,
    @Nullable String correlationId,
    @Nullable String entity,
    Span recorded,
    int limit,
    @Nullable String after)
    implements AuditSearchBuilder.With {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  /**
   * @throws IllegalArgumentException if the limit is not between 1 and 1,000
   */
  public AuditSearch {
    Objects.requireNonNull(recorded, "recorded");
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a limit is 1 to " + MAX_LIMIT + ", not " + limit);
    }
  }

  /**
   * A time span.
   *
   * @param from its beginning; null for any
   * @param until its end, which is not part of it; null for any
   */
  public record Span(@Nullable Instant from, @Nullable Instant until) {

    public static final Span ANY = new Span(null, null);
  }

  /** Every entry that the caller may see. */
  public static AuditSearch everything() {
    return new AuditSearch(null, null, null, null, Span.ANY, DEFAULT_LIMIT, null);
  }

  /** What this actor wrote. */
  public static AuditSearch by(String actor) {
    return everything().withActor(actor);
  }
}
