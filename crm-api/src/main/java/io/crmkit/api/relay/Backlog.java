package io.crmkit.api.relay;

import io.crmkit.api.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber or one handler of timers has before it in a tenant.
 *
 * @param tenant the tenant
 * @param kind deliveries or timers
 * @param handler its stable id
 * @param known whether a module that is loaded here has it; what is unknown is kept
 * @param counts how many, by how they stand
 * @param oldestDue since when the oldest of those that are due has been so; null if none is
 * @param error why one of those that are parked was, or null
 */
public record Backlog(
    TenantId tenant,
    Kind kind,
    String handler,
    boolean known,
    Counts counts,
    @Nullable Instant oldestDue,
    @Nullable String error) {

  /** What is to be done. */
  public enum Kind {
    DELIVERIES,
    TIMERS
  }

  /**
   * How many there are.
   *
   * @param waiting those of status {@code WAITING}, due or not
   * @param due those that could be done now
   * @param held behind others of their queue
   * @param suspended because nobody here does them
   * @param parked after too many failures
   */
  public record Counts(long waiting, long due, long held, long suspended, long parked) {}
}
