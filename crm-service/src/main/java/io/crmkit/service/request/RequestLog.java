package io.crmkit.service.request;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.request.Cover;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.service.sla.SlaEvent;
import io.crmkit.service.sla.SlaTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request's log, read as what it means to the clocks. */
final class RequestLog {

  private RequestLog() {}

  /**
   * The events that matter to the clocks, in the order of the log.
   *
   * @param terms gives the service level of a cover that names one, with its calendar
   */
  static List<SlaEvent> slaEvents(List<RequestEvent> log, Function<Cover, SlaTerms> terms) {
    // The same revisions give the same terms, so that a cover that only changed hands is no change.
    Map<List<Object>, SlaTerms> known = new HashMap<>();
    List<SlaEvent> events = new ArrayList<>();
    for (RequestEvent event : log) {
      SlaEvent read = read(event, cover -> termsOf(cover, known, terms));
      if (read != null) {
        events.add(read);
      }
    }
    return events;
  }

  private static @Nullable SlaEvent read(
      RequestEvent event, Function<Cover, @Nullable SlaTerms> terms) {
    Instant at = event.stamp().occurredAt();
    return switch (event.kind()) {
      case OPENED -> new SlaEvent.Opened(at, priority(event), terms.apply(event.cover()));
      case RESPONDED -> new SlaEvent.Responded(at);
      case PAUSED -> new SlaEvent.Paused(at, waiting(event));
      case RESUMED -> new SlaEvent.Resumed(at);
      case RESOLVED -> new SlaEvent.Resolved(at);
      case REOPENED -> new SlaEvent.Reopened(at);
      case CLOSED -> new SlaEvent.Closed(at);
      case CANCELLED -> new SlaEvent.Cancelled(at);
      case PRIORITY_CHANGED -> new SlaEvent.PriorityChanged(at, priority(event));
      case COVER_CHANGED -> new SlaEvent.TermsChanged(at, terms.apply(event.cover()));
      case VENDOR_ENGAGED -> new SlaEvent.VendorEngaged(at);
      case VENDOR_FINISHED -> new SlaEvent.VendorFinished(at);
      case ASSIGNED, STARTED, ESCALATED -> null;
    };
  }

  private static @Nullable SlaTerms termsOf(
      Cover cover, Map<List<Object>, SlaTerms> known, Function<Cover, SlaTerms> terms) {
    if (cover.level() == null || cover.calendar() == null) {
      return null;
    }
    return known.computeIfAbsent(
        List.of(cover.level(), cover.calendar()), key -> terms.apply(cover));
  }

  private static Priority priority(RequestEvent event) {
    return Objects.requireNonNull(event.priority(), "priority");
  }

  private static WaitingReason waiting(RequestEvent event) {
    return Objects.requireNonNull(event.waiting(), "waiting");
  }
}
