package io.crmkit.core.spi.rule;

import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.event.CrmEvent;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a pure rule decides: a new state with the events that tell of it, or a refusal with all its
 * reasons. Immutable.
 */
public sealed interface Decision<S> {

  /** Yes: this is the new state, and this is what happened. */
  record Accepted<S>(S state, List<CrmEvent> events) implements Decision<S> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** No, for all these reasons. */
  record Rejected<S>(List<Reason> reasons) implements Decision<S> {
    public Rejected {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }
  }

  static <S> Decision<S> accept(S state, CrmEvent... events) {
    return new Accepted<>(state, List.of(events));
  }

  static <S> Decision<S> reject(Reason... reasons) {
    return new Rejected<>(List.of(reasons));
  }

  /** A refusal if there are reasons; otherwise what the supplier decides. */
  static <S> Decision<S> unless(List<Reason> reasons, Supplier<Decision<S>> otherwise) {
    return reasons.isEmpty() ? otherwise.get() : new Rejected<>(reasons);
  }

  /**
   * The accepted state and events.
   *
   * @throws Refused with every reason, if this is a refusal
   */
  default Accepted<S> orRefuse() {
    if (this instanceof Rejected<S> rejected) {
      throw new Refused(rejected.reasons());
    }
    return (Accepted<S>) this;
  }
}
