package io.crmkit.core.kernel.lab;

import io.crmkit.api.CrmSession;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.timer.TimerKey;
import jakarta.inject.Inject;
import java.util.Map;

/** What a timer of the lab carries. */
public record Alarm(SpecimenId specimen, String word, Map<String, Long> numbers) {

  /** The id of the lab's handler. */
  public static final String HANDLER = "lab.alarm";

  /** The id of the annex's handler. */
  public static final String ANNEX = "annex.alarm";

  public static TimerKey key(String name) {
    return new TimerKey(HANDLER, name);
  }

  public static Alarm of(String word) {
    return new Alarm(new SpecimenId(new java.util.UUID(7, 7)), word, Map.of());
  }

  /** Does what the hooks say. */
  static final class Handler implements TimerHandler<Alarm> {
    private final LabHooks hooks;

    @Inject
    Handler(LabHooks hooks) {
      this.hooks = hooks;
    }

    @Override
    public void on(CrmSession session, TimerFired<Alarm> timer) {
      hooks.fire(session, timer);
    }
  }
}
