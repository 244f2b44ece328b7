package io.crmkit.service.sla;

import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.SlaClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the clocks of a request from its event log.
 *
 * <p>A pure function: the same log and the same moment give the same answer, on every machine and
 * however often it is asked. Events are taken in the order in which they happened, and in the order
 * of the log where they happened at once; so a fact that is recorded late counts as if it had been
 * known in time. Events later than the moment of the reading are not looked at: any past moment can
 * be asked.
 */
public final class SlaClocks {

  private SlaClocks() {}

  /**
   * Every clock for which a target is in force and that has started by then.
   *
   * @param log the events in the order in which they were recorded
   * @param asOf the moment of the reading
   * @throws IllegalArgumentException if the earliest event is not the opening, or there are two
   */
  public static List<ClockReading> read(List<SlaEvent> log, Instant asOf) {
    List<SlaEvent> ordered = inOrder(log);
    List<ClockReading> readings = new ArrayList<>();
    for (SlaClock clock : SlaClock.values()) {
      ClockFold fold = new ClockFold(clock);
      for (SlaEvent event : ordered) {
        if (!event.at().isAfter(asOf)) {
          fold.take(event);
        }
      }
      fold.readAt(asOf).ifPresent(readings::add);
    }
    return readings;
  }

  private static List<SlaEvent> inOrder(List<SlaEvent> log) {
    List<SlaEvent> ordered = new ArrayList<>(log);
    ordered.sort(Comparator.comparing(SlaEvent::at)); // stable: keeps the order of the log
    for (int i = 0; i < ordered.size(); i++) {
      if (ordered.get(i) instanceof SlaEvent.Opened != (i == 0)) {
        throw new IllegalArgumentException("A log begins with one opening: " + ordered.get(i));
      }
    }
    return ordered;
  }
}
