package io.crmkit.api.relay;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.module.ProvidedBy;
import java.util.List;

/**
 * Looks after a tenant's deliveries of durable events and its timers. The access policy is asked
 * about {@link QueuedDelivery} and {@link QueuedTimer}; what is done is audited under {@code
 * kernel.delivery} and {@code kernel.timer}. What is being worked on at the moment is left alone.
 */
@ProvidedBy("io.crmkit:crm-core")
public interface DurableWork {

  /**
   * What there is to do, by subscriber and handler.
   *
   * @throws io.crmkit.api.error.AccessDenied if the caller may not look at it
   */
  List<Backlog> backlog();

  /** Deliveries in the order of their ids, which is about that of their recording. */
  Page<QueuedDelivery> deliveries(DeliveryQuery query);

  /** Timers in the order of their ids. */
  Page<QueuedTimer> timers(TimerQuery query);

  /**
   * Makes parked deliveries due, with all their attempts before them again.
   *
   * @param which of those that are parked, whatever it says of status, limit and cursor
   * @return how many
   */
  int retry(DeliveryQuery which);

  /** Makes parked timers due, with all their attempts before them again. */
  int retry(TimerQuery which);

  /**
   * Gives up deliveries for good; those behind them go on.
   *
   * @param which with a status; without one, those that are parked; all pages of it
   * @return how many
   */
  int discard(DeliveryQuery which);

  /** Gives up timers for good: with a status; without one, those that are parked. */
  int discard(TimerQuery which);

  /**
   * Lets one subscriber hear stored events again, in the order of each subject. They stand in its
   * queues at the place they have always had, before what came later; what is on its way already
   * keeps its place and is not doubled.
   *
   * @throws io.crmkit.api.error.InvalidInput if no loaded module has the subscriber
   */
  ReplayReport replay(Replay command);
}
