package io.crmkit.core.kernel.lab;

import io.crmkit.api.CrmSession;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import jakarta.inject.Inject;

/** Each does what the hooks say. */
final class LabSubscribers {

  private LabSubscribers() {}

  static final class AtOnce implements EventHandler<Measured> {
    private final LabHooks hooks;

    @Inject
    AtOnce(LabHooks hooks) {
      this.hooks = hooks;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<Measured> event) {
      hooks.call(LabHooks.Subscriber.AT_ONCE, session, event);
    }
  }

  static final class RetoldAtOnce implements EventHandler<Retold> {
    private final LabHooks hooks;

    @Inject
    RetoldAtOnce(LabHooks hooks) {
      this.hooks = hooks;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<Retold> event) {
      hooks.call(LabHooks.Subscriber.RETOLD_AT_ONCE, session, event);
    }
  }

  static final class Later implements EventHandler<Measured> {
    private final LabHooks hooks;

    @Inject
    Later(LabHooks hooks) {
      this.hooks = hooks;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<Measured> event) {
      hooks.call(LabHooks.Subscriber.LATER, session, event);
    }
  }

  static final class AlsoLater implements EventHandler<Measured> {
    private final LabHooks hooks;

    @Inject
    AlsoLater(LabHooks hooks) {
      this.hooks = hooks;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<Measured> event) {
      hooks.call(LabHooks.Subscriber.ALSO_LATER, session, event);
    }
  }
}
