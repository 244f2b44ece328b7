package io.crmkit.testkit;

import io.crmkit.api.event.CrmEvent;
import java.util.List;

/**
 * What was published for a test's tenant by commands that were not undone, in order. Looks anew at
 * each call. Events that no module registers or subscribes to are not heard.
 */
public final class RecordedEvents {

  private final TestCrm crm;

  RecordedEvents(TestCrm crm) {
    this.crm = crm;
  }

  /** Everything. */
  public List<CrmEvent> all() {
    return crm.events();
  }

  /** The events of this type. */
  public <E extends CrmEvent> List<E> of(Class<E> type) {
    return crm.events(type);
  }

  /**
   * The one event of this type.
   *
   * @throws AssertionError if there is none, or more than one
   */
  public <E extends CrmEvent> E single(Class<E> type) {
    List<E> events = of(type);
    if (events.size() != 1) {
      throw new AssertionError(
          "expected one " + type.getSimpleName() + " but there were " + events + " among " + all());
    }
    return events.get(0);
  }

  /**
   * The latest event of this type.
   *
   * @throws AssertionError if there is none
   */
  public <E extends CrmEvent> E last(Class<E> type) {
    List<E> events = of(type);
    if (events.isEmpty()) {
      throw new AssertionError("expected a " + type.getSimpleName() + " among " + all());
    }
    return events.get(events.size() - 1);
  }
}
