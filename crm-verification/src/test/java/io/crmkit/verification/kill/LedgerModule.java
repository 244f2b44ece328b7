package io.crmkit.verification.kill;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerChanged;
import io.crmkit.api.customer.CustomerRegistered;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.sales.opportunity.OpportunityMoved;
import io.crmkit.api.sales.opportunity.OpportunityOpened;
import io.crmkit.api.sales.opportunity.OpportunityWon;
import io.crmkit.api.value.EntityId;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.TimerHandler;
import java.util.UUID;

/** Keeps a row of every durable event that it hears and of every timer that fires. */
final class LedgerModule implements CrmModule {

  /** The handler of the timers. */
  static final String TIMER = "ledger.reminder";

  /** An id of a row. */
  public record LedgerId(UUID value) implements EntityId {}

  /** An event was heard. */
  public record Heard(LedgerId id, long version, String event, String subscriber) {}

  /** A timer fired. */
  public record Fired(LedgerId id, long version, String timer, String due) {}

  /** What a timer carries. */
  public record Reminder(String timer) {}

  static final Entity<Heard> HEARD =
      Entity.of(Heard.class, "ledger.heard", "crm_ledger_heard")
          .appendOnly()
          .unaudited()
          .publicToTenant();

  static final Entity<Fired> FIRED =
      Entity.of(Fired.class, "ledger.fired", "crm_ledger_fired")
          .appendOnly()
          .unaudited()
          .publicToTenant();

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("ledger", "1", "io.crmkit:crm-ledger").requiring("customers", "sales");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.migrations("io/crmkit/verification/kill/migration");
    registrar.entity(HEARD);
    registrar.entity(FIRED);
    registrar.service(Ledger.class, LedgerService.class);
    registrar.subscribeDurably(CustomerRegistered.class, "ledger.registered", Registered.class);
    registrar.subscribeDurably(CustomerChanged.class, "ledger.changed", Changed.class);
    registrar.subscribeDurably(OpportunityOpened.class, "ledger.opened", Opened.class);
    registrar.subscribeDurably(OpportunityMoved.class, "ledger.moved", Moved.class);
    registrar.subscribeDurably(OpportunityWon.class, "ledger.won", Won.class);
    registrar.timer(TIMER, Reminder.class, Reminded.class);
  }

  private static void hear(CrmSession session, EventEnvelope<? extends CrmEvent> event, String by) {
    session.get(Ledger.class).hear(event.id().toString(), by);
  }

  static final class Registered implements EventHandler<CustomerRegistered> {
    @Override
    public void on(CrmSession session, EventEnvelope<CustomerRegistered> event) {
      hear(session, event, "ledger.registered");
    }
  }

  static final class Changed implements EventHandler<CustomerChanged> {
    @Override
    public void on(CrmSession session, EventEnvelope<CustomerChanged> event) {
      hear(session, event, "ledger.changed");
    }
  }

  static final class Opened implements EventHandler<OpportunityOpened> {
    @Override
    public void on(CrmSession session, EventEnvelope<OpportunityOpened> event) {
      hear(session, event, "ledger.opened");
    }
  }

  static final class Moved implements EventHandler<OpportunityMoved> {
    @Override
    public void on(CrmSession session, EventEnvelope<OpportunityMoved> event) {
      hear(session, event, "ledger.moved");
    }
  }

  static final class Won implements EventHandler<OpportunityWon> {
    @Override
    public void on(CrmSession session, EventEnvelope<OpportunityWon> event) {
      hear(session, event, "ledger.won");
    }
  }

  static final class Reminded implements TimerHandler<Reminder> {
    @Override
    public void on(CrmSession session, TimerFired<Reminder> timer) {
      session.get(Ledger.class).fire(timer.payload().timer(), timer.due().toString());
    }
  }
}
