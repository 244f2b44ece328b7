package io.crmkit.core.kernel.door;

import static io.crmkit.core.kernel.door.RelayNodes.TENANT;
import static io.crmkit.core.kernel.door.RelayNodes.node;
import static io.crmkit.core.kernel.door.RelayNodes.publish;
import static io.crmkit.core.kernel.door.RelayNodes.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.testkit.MutableClock;
import io.crmkit.testkit.storage.TestPlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deliveries are for the id of a subscriber, whatever class answers to it, and when. */
class RenamedSubscriberTest {

  private static CrmBuilder renamed(
      TestPlace place, Class<? extends EventHandler<Faulty.Happened>> handler, List<String> heard) {
    LabSetup setup = new LabSetup();
    return node(place, setup)
        .delivery(CrmBuilder.Delivery.MANUAL)
        .module(
            TestModule.of(
                "renaming",
                r -> {
                  r.bind(binder -> binder.bind(Ears.class).toInstance(new Ears(heard)));
                  r.subscribeDurably(Faulty.Happened.class, "renaming.stable", handler);
                }));
  }

  record Ears(List<String> heard) {}

  static final class FirstName implements EventHandler<Faulty.Happened> {
    private final Ears ears;

    @jakarta.inject.Inject
    FirstName(Ears ears) {
      this.ears = ears;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<Faulty.Happened> event) {
      ears.heard().add("first name");
    }
  }

  static final class SecondName implements EventHandler<Faulty.Happened> {
    private final Ears ears;

    @jakarta.inject.Inject
    SecondName(Ears ears) {
      this.ears = ears;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<Faulty.Happened> event) {
      ears.heard().add("second name");
    }
  }

  @ParameterizedTest
  @MethodSource("io.crmkit.core.kernel.door.RelayNodes#databases")
  void a_handler_of_another_class_hears_what_was_meant_for_its_id(TestPlace place) {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    try (place) {
      try (Crm crm = renamed(place, FirstName.class, heard).open()) {
        publish(session(crm, TENANT), new Faulty.Happened(new UUID(3, 3)));
      }
      try (Crm crm = renamed(place, SecondName.class, heard).open()) {
        assertThat(crm.deliver()).isEqualTo(1);
      }
    }
    assertThat(heard).containsExactly("second name");
  }

  @ParameterizedTest
  @MethodSource("io.crmkit.core.kernel.door.RelayNodes#databases")
  void what_one_node_does_not_know_the_next_one_that_does_takes_up(TestPlace place) {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    MutableClock clock = new MutableClock();
    try (place) {
      try (Crm crm = renamed(place, FirstName.class, heard).clock(clock).open()) {
        publish(session(crm, TENANT), new Faulty.Happened(new UUID(3, 3)));
      }
      try (Crm crm =
          node(place, new LabSetup()).clock(clock).delivery(CrmBuilder.Delivery.MANUAL).open()) {
        assertThat(crm.deliver()).isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(crm.deliver()).isZero();
      }
      try (Crm crm = renamed(place, SecondName.class, heard).clock(clock).open()) {
        assertThat(crm.deliver()).isEqualTo(1);
      }
    }
    assertThat(heard).containsExactly("second name");
  }
}
