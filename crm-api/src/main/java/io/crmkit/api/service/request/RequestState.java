package io.crmkit.api.service.request;

import io.crmkit.api.service.WaitingReason;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands.
 *
 * @param status where it is in its life
 * @param waiting what it waits for; null unless it is waiting
 * @param triage how much it matters
 * @param line the support line that works on it, 1 to 3
 * @param assignee the host's key of the person responsible, or null
 * @param due the next deadline of a clock that has not stopped, as of the last change; null if
 *     there is none. While a clock stands still its deadline moves on; ask {@link
 *     ServiceRequests#clocks} then
 */
@RecordBuilder
public record RequestState(
    RequestStatus status,
    @Nullable WaitingReason waiting,
    Triage triage,
    int line,
    @Nullable String assignee,
    @Nullable Instant due)
    implements RequestStateBuilder.With {

  public RequestState {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(triage, "triage");
  }
}
