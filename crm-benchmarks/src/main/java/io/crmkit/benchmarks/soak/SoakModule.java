package io.crmkit.benchmarks.soak;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerRegistered;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.sales.opportunity.OpportunityMoved;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.timer.TimerKey;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Gives the relay work: two durable subscribers, and timers that are soon due. */
final class SoakModule implements CrmModule {

  private static final String TIMER = "soak.reminder";
  private static final Duration SOON = Duration.ofSeconds(2);

  /** What was delivered and fired, on all nodes. */
  static final class Done {
    final LongAdder deliveries = new LongAdder();
    final LongAdder timers = new LongAdder();
  }

  /** What a timer carries. */
  record Reminder(String about) {}

  /** Sets timers. */
  @ProvidedBy("io.crmkit:crm-benchmarks")
  public interface Reminders {
    void remind(String about);
  }

  private final Done done;

  SoakModule(Done done) {
    this.done = done;
  }

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("soak", "1", "io.crmkit:crm-benchmarks").requiring("customers", "sales");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.bind(binder -> binder.bind(Done.class).toInstance(done));
    registrar.service(Reminders.class, ReminderService.class);
    registrar.subscribeDurably(CustomerRegistered.class, "soak.registered", Registered.class);
    registrar.subscribeDurably(OpportunityMoved.class, "soak.moved", Moved.class);
    registrar.timer(TIMER, Reminder.class, Reminded.class);
  }

  static final class ReminderService implements Reminders {
    private final Work work;

    @Inject
    ReminderService(Work work) {
      this.work = work;
    }

    @Override
    public void remind(String about) {
      work.run(
          "soak.remind",
          about,
          tx -> {
            tx.timers().set(new TimerKey(TIMER, about), tx.now().plus(SOON), new Reminder(about));
            return about;
          });
    }
  }

  static final class Registered implements EventHandler<CustomerRegistered> {
    private final Done done;

    @Inject
    Registered(Done done) {
      this.done = done;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<CustomerRegistered> event) {
      done.deliveries.increment();
    }
  }

  static final class Moved implements EventHandler<OpportunityMoved> {
    private final Done done;

    @Inject
    Moved(Done done) {
      this.done = done;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<OpportunityMoved> event) {
      done.deliveries.increment();
    }
  }

  static final class Reminded implements TimerHandler<Reminder> {
    private final Done done;

    @Inject
    Reminded(Done done) {
      this.done = done;
    }

    @Override
    public void on(CrmSession session, TimerFired<Reminder> timer) {
      done.timers.increment();
    }
  }
}
