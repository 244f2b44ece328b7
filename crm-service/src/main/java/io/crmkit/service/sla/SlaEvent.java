package io.crmkit.service.sla;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.WaitingReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a request as far as its clocks are concerned. Each says what it does to them;
 * in a state in which an event means nothing (resuming what runs, closing what is closed) it has no
 * effect.
 */
public sealed interface SlaEvent {

  /** When it happened, which may be earlier than when it was recorded. */
  Instant at();

  /**
   * The request came in: response and resolution start. Must be the first event.
   *
   * @param terms the service level, or null if nothing covers the request
   */
  record Opened(Instant at, Priority priority, @Nullable SlaTerms terms) implements SlaEvent {}

  /** The first qualified answer: stops the response clock for good. */
  record Responded(Instant at) implements SlaEvent {}

  /**
   * The request waits. The clocks that the service level names for this reason stand still; the
   * others go on. Waiting for something else replaces the reason.
   */
  record Paused(Instant at, WaitingReason reason) implements SlaEvent {}

  /** The wait is over. */
  record Resumed(Instant at) implements SlaEvent {}

  /**
   * A solution was given: stops the resolution clock, the response clock if nobody answered before,
   * and the vendor clock if the third party had not reported. Ends a wait.
   */
  record Resolved(Instant at) implements SlaEvent {}

  /**
   * The solution did not hold: the resolution clock goes on from where it stood. The time since it
   * was stopped is not counted, and the response clock is not asked again.
   */
  record Reopened(Instant at) implements SlaEvent {}

  /** The customer agreed. Stops whatever still runs, as {@link Resolved} does. */
  record Closed(Instant at) implements SlaEvent {}

  /** The request was withdrawn: clocks that still run end without a verdict, for good. */
  record Cancelled(Instant at) implements SlaEvent {}

  /**
   * Another priority: from now on its budget and its hours apply. Time used so far stays used, as
   * it was counted. If it exceeds the new budget, the deadline is this moment, never an earlier
   * one: nobody can be late before the promise was made. A clock that was stopped keeps its
   * verdict; should it go on, the new target applies from then.
   */
  record PriorityChanged(Instant at, Priority priority) implements SlaEvent {}

  /**
   * Another service level (or none), because another contract covers the request or a definition
   * was renewed. Works as {@link PriorityChanged} does.
   *
   * @param terms the service level, or null if nothing covers the request any more
   */
  record TermsChanged(Instant at, @Nullable SlaTerms terms) implements SlaEvent {}

  /** A third party was given the work: a new vendor clock starts; the one before is forgotten. */
  record VendorEngaged(Instant at) implements SlaEvent {}

  /** The third party reported the work done: stops the vendor clock. */
  record VendorFinished(Instant at) implements SlaEvent {}
}
