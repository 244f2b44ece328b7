package io.crmkit.core.kernel.relay;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerRegistered;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.timer.TimerKey;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The module of docs/events.md: it greets customers, and calls them back. */
final class WelcomeModule implements CrmModule {

  /** Where letters and reminders go. */
  static final class Post {
    final List<String> sent = new CopyOnWriteArrayList<>();
    volatile boolean closed;

    void send(UUID event, CustomerId customer) {
      if (closed) {
        throw new IllegalStateException("the post office is closed");
      }
      sent.add("letter " + customer.value() + " for " + event);
    }

    void remind(String name) {
      sent.add("call " + name);
    }
  }

  /** What the timer carries. */
  record Call(CustomerId customer) {}

  /** Plans calls. */
  @ProvidedBy("io.example:welcome")
  public interface Calls {
    void plan(CustomerId customer);

    void postpone(CustomerId customer);

    void giveUp(CustomerId customer);
  }

  private final Post post;

  WelcomeModule(Post post) {
    this.post = post;
  }

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("welcome", "1", "io.example:welcome").requiring("customers");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.bind(binder -> binder.bind(Post.class).toInstance(post));
    registrar.service(Calls.class, CallService.class);
    // begin docs/events.md
    registrar.subscribeDurably(CustomerRegistered.class, "welcome.letter", WelcomeLetter.class);
    registrar.timer("welcome.call", Call.class, CallBack.class);
    // end docs/events.md
  }

  // begin docs/events.md
  static final class WelcomeLetter implements EventHandler<CustomerRegistered> {
    private final Post post;

    @Inject
    WelcomeLetter(Post post) {
      this.post = post;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<CustomerRegistered> event) {
      post.send(event.id(), event.event().customer());
    }
  }

  // end docs/events.md

  // begin docs/events.md
  static final class CallBack implements TimerHandler<Call> {
    private final Post post;

    @Inject
    CallBack(Post post) {
      this.post = post;
    }

    @Override
    public void on(CrmSession session, TimerFired<Call> timer) {
      Customer customer = session.get(Customers.class).get(timer.payload().customer());
      post.remind(customer.name().label().en());
    }
  }

  // end docs/events.md

  static final class CallService implements Calls {
    private final Work work;

    @Inject
    CallService(Work work) {
      this.work = work;
    }

    @Override
    public void plan(CustomerId customer) {
      work.run("welcome.plan", customer, tx -> plan(tx, customer));
    }

    @Override
    public void postpone(CustomerId customer) {
      work.run("welcome.postpone", customer, tx -> postpone(tx, customer));
    }

    @Override
    public void giveUp(CustomerId customer) {
      work.run("welcome.give-up", customer, tx -> giveUp(tx, customer));
    }

    // begin docs/events.md
    private static TimerKey key(CustomerId customer) {
      return new TimerKey("welcome.call", customer.value().toString());
    }

    private static CustomerId plan(Tx tx, CustomerId customer) {
      tx.timers().set(key(customer), tx.now().plus(Duration.ofDays(3)), new Call(customer));
      return customer;
    }

    private static boolean postpone(Tx tx, CustomerId customer) {
      return tx.timers().move(key(customer), tx.now().plus(Duration.ofDays(5)));
    }

    private static boolean giveUp(Tx tx, CustomerId customer) {
      return tx.timers().cancel(key(customer));
    }
    // end docs/events.md
  }
}
