package io.crmkit.core.spi.work;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.core.spi.rule.Decision;
import java.util.Objects;

/**
 * What was decided about one record. Immutable if the record is.
 *
 * @param before the record as read in this unit of work
 * @param decision what becomes of it; the version of the new state is ignored
 */
public record Change<E>(E before, Decision<E> decision) {

  public Change {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(decision, "decision");
  }

  /** A change that was accepted, with the events that tell of it. */
  public static <E> Change<E> of(E before, E after, CrmEvent... events) {
    return new Change<>(before, Decision.accept(after, events));
  }
}
