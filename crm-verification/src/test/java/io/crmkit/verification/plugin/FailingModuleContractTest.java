package io.crmkit.verification.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerRegistered;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.customer.view.Timeline;
import io.crmkit.api.customer.view.TimelineQuestion;
import io.crmkit.api.error.ModuleFailure;
import io.crmkit.api.error.Reason;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.extension.Guard;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.relay.DeliveryQuery;
import io.crmkit.api.relay.DurableWork;
import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.api.relay.RetryPolicy;
import io.crmkit.api.relay.TimerQuery;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityMove;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.sales.pipeline.StageGuard;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSection;
import io.crmkit.api.view.ViewSource;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.timer.TimerKey;
import io.crmkit.core.spi.work.Work;
import io.crmkit.testkit.CrmSetup;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Samples;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A module that breaks off harms only the call that it was part of, and is named. */
@WithSetup(FailingModuleContractTest.WithTroublemaker.class)
class FailingModuleContractTest {

  private static final int ATTEMPTS = 3;

  /** Breaks off as the customer's name says. */
  private static void breakOff(String name) {
    if (name.startsWith("linkage")) {
      throw new NoClassDefFoundError("com/example/Gone");
    } else if (name.startsWith("deep")) {
      breakOff(name);
    } else if (name.startsWith("broken")) {
      throw new IllegalStateException("broken on purpose");
    }
  }

  static final class InTransaction implements EventHandler<CustomerRegistered> {
    @Override
    public void on(CrmSession session, EventEnvelope<CustomerRegistered> event) {
      breakOff(event.event().name().in(Locale.ENGLISH));
    }
  }

  static final class Durable implements EventHandler<CustomerRegistered> {
    @Override
    public void on(CrmSession session, EventEnvelope<CustomerRegistered> event) {
      breakOff(event.event().name().in(Locale.ENGLISH).replace("later ", ""));
    }
  }

  static final class Judge implements Guard<OpportunityMove> {
    @Override
    public List<Reason> check(
        CrmSession session, OpportunityMove move, Map<String, String> parameters) {
      breakOff("broken");
      return List.of();
    }
  }

  static final class Views implements TimelineSource, ViewSource {
    @Override
    public List<TimelineEntry> timeline(CrmSession session, Span span) {
      breakOff("linkage");
      return List.of();
    }

    @Override
    public List<ViewSection> sections(CrmSession session, CustomerId customer) {
      breakOff("deep");
      return List.of();
    }
  }

  /** What a timer of this test carries. */
  public record Wake(String name) {}

  static final class Waking implements TimerHandler<Wake> {
    @Override
    public void on(CrmSession session, TimerFired<Wake> timer) {
      breakOff(timer.payload().name());
    }
  }

  /** Sets timers. */
  @ProvidedBy("io.example:troublemaker")
  public interface Alarms {
    /** A timer that is due now and whose handler breaks off as the name says. */
    void set(String name);
  }

  static final class AlarmService implements Alarms {
    private final Work work;

    @Inject
    AlarmService(Work work) {
      this.work = work;
    }

    private record Set(String name) {}

    @Override
    public void set(String name) {
      work.run(
          "alarm.set",
          new Set(name),
          tx -> {
            tx.timers().set(new TimerKey("troublemaker.wake", name), tx.now(), new Wake(name));
            return name;
          });
    }
  }

  record Troublemaker() implements CrmModule {
    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("troublemaker", "1", "io.example:troublemaker");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      registrar.subscribe(CustomerRegistered.class, "troublemaker.now", InTransaction.class);
      registrar.subscribeDurably(CustomerRegistered.class, "troublemaker.later", Durable.class);
      registrar.guard(OpportunityMove.POINT, "troublemaker.judge", Judge.class);
      registrar.timer("troublemaker.wake", Wake.class, Waking.class);
      registrar.service(Alarms.class, AlarmService.class);
      registrar.contribute(TimelineSource.POINT, Views.class);
      registrar.contribute(ViewSource.POINT, Views.class);
    }
  }

  /** A host's port that breaks off, too. */
  static final class BrokenErp implements ErpOrderPort {
    @Override
    public void handOver(CrmSession session, ErpOrder order) {
      throw new IllegalStateException("the ERP is down");
    }
  }

  /** All modules, the troublemaker, and three attempts. */
  static final class WithTroublemaker implements CrmSetup {
    @Override
    public List<CrmModule> modules() {
      return List.of(new Troublemaker());
    }

    @Override
    public void configure(CrmBuilder builder) {
      builder
          .port(ErpOrderPort.class, new BrokenErp())
          .relay(
              RelayOptions.standard()
                  .retry(new RetryPolicy(ATTEMPTS, Duration.ofSeconds(1), Duration.ofSeconds(1))));
    }
  }

  private static void assertTakenBack(TestCrm crm, String name) {
    ModuleFailure failure =
        catchThrowableOfType(
            ModuleFailure.class, () -> new Samples(crm.session()).organization(name));

    assertThat(failure.module()).isEqualTo("troublemaker");
    assertThat(failure.part()).contains("troublemaker.now");
    assertThat(crm.get(Customers.class).count(Criteria.all())).isZero();
  }

  @OnEveryStorage
  void a_handler_that_throws_takes_its_command_back_and_no_other(TestCrm crm) {
    assertTakenBack(crm, "broken");

    new Samples(crm.session()).organization("Acme");
    assertThat(crm.get(Customers.class).count(Criteria.all())).isEqualTo(1);
  }

  @OnEveryStorage
  void a_class_that_is_missing_is_the_modules_fault(TestCrm crm) {
    assertTakenBack(crm, "linkage");
  }

  @OnEveryStorage
  void a_recursion_without_end_is_the_modules_fault(TestCrm crm) {
    assertTakenBack(crm, "deep");
  }

  @OnEveryStorage
  void a_failure_within_a_group_can_be_survived(TestCrm crm) {
    crm.session()
        .transaction(
            session -> {
              Samples given = new Samples(session);
              given.organization("Acme");
              assertThatThrownBy(() -> given.organization("broken"))
                  .isInstanceOf(ModuleFailure.class);
              return given.organization("Borg");
            });

    assertThat(crm.get(Customers.class).count(Criteria.all())).isEqualTo(2);
  }

  @OnEveryStorage
  void a_guard_that_throws_names_its_module_and_nothing_is_moved(TestCrm crm) {
    Samples given = new Samples(crm.session());
    given.pipeline(
        pipeline ->
            pipeline.withStages(
                pipeline.stages().stream()
                    .map(
                        stage ->
                            stage.category() == StageCategory.WON
                                ? stage.entering(StageGuard.of("troublemaker.judge"))
                                : stage)
                    .toList()));
    Opportunity deal = given.opportunity(given.organization("Acme"));
    Opportunities opportunities = crm.get(Opportunities.class);

    assertThatThrownBy(() -> opportunities.win(new WinOpportunity(deal.id(), deal.version())))
        .isInstanceOf(ModuleFailure.class)
        .hasMessageContaining("the guard troublemaker.judge of module troublemaker")
        .hasRootCauseMessage("broken on purpose");
    assertThat(opportunities.get(deal.id())).isEqualTo(deal);
  }

  @OnEveryStorage
  void a_durable_handler_that_throws_is_tried_again_and_parked_while_others_go_on(TestCrm crm) {
    Samples given = new Samples(crm.session());
    given.organization("later broken");
    given.organization("Acme");

    for (int i = 0; i < ATTEMPTS; i++) {
      crm.deliver();
      crm.clock().advance(Duration.ofMinutes(1));
    }

    assertThat(deliveries(crm))
        .singleElement()
        .satisfies(
            parked -> {
              assertThat(parked.subscriber()).isEqualTo("troublemaker.later");
              assertThat(parked.standing().status()).isEqualTo(WorkStatus.PARKED);
              assertThat(parked.standing().lastError()).contains("broken on purpose");
            });
    assertThat(crm.get(Customers.class).count(Criteria.all())).isEqualTo(2);
  }

  @OnEveryStorage
  void a_durable_handler_whose_class_is_missing_is_parked_like_any_other(TestCrm crm) {
    new Samples(crm.session()).organization("later linkage");

    for (int i = 0; i < ATTEMPTS; i++) {
      crm.deliver();
      crm.clock().advance(Duration.ofMinutes(1));
    }

    assertThat(deliveries(crm))
        .singleElement()
        .satisfies(d -> assertThat(d.standing().status()).isEqualTo(WorkStatus.PARKED));
  }

  private static List<QueuedDelivery> deliveries(TestCrm crm) {
    return crm.get(DurableWork.class).deliveries(DeliveryQuery.all()).items();
  }

  @OnEveryStorage
  void a_port_of_the_host_that_throws_is_tried_again_later(TestCrm crm) {
    Samples given = new Samples(crm.session());
    given.order(given.organization("Acme"));

    crm.deliver();

    assertThat(deliveries(crm))
        .singleElement()
        .satisfies(d -> assertThat(d.standing().lastError()).contains("the ERP is down"));
  }

  @OnEveryStorage
  void views_that_break_off_are_shown_as_missing(TestCrm crm) {
    Customer acme = new Samples(crm.session()).organization("Acme");
    CustomerViews views = crm.get(CustomerViews.class);

    Timeline timeline = views.timeline(TimelineQuestion.latest(acme.id()));
    assertThat(timeline.missing()).containsExactly("troublemaker");
    assertThat(timeline.entries()).isNotEmpty();
    assertThat(views.view(acme.id()).missing()).containsExactly("troublemaker");
    assertThat(views.view(acme.id()).sections()).isNotEmpty();
  }

  @OnEveryStorage
  void a_timer_whose_handler_throws_is_tried_again_and_parked_while_others_fire(TestCrm crm) {
    crm.get(Alarms.class).set("linkage");
    crm.get(Alarms.class).set("well");

    int fired = 0;
    for (int i = 0; i < ATTEMPTS; i++) {
      fired += crm.fireDue();
      crm.clock().advance(Duration.ofMinutes(1));
    }

    assertThat(fired).isEqualTo(1);
    assertThat(crm.get(DurableWork.class).timers(TimerQuery.all()).items())
        .singleElement()
        .satisfies(t -> assertThat(t.standing().status()).isEqualTo(WorkStatus.PARKED));
  }
}
