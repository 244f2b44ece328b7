package io.crmkit.core.kernel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.module.Modules;
import io.crmkit.core.kernel.lab.Annex;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.testkit.storage.MemoryStorage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one node changes of its definitions the others see, soon. */
class StalenessTest {

  private static final TenantId TENANT = new TenantId("acme");

  static Stream<TestPlace> databases() {
    return TestStorage.every().stream()
        .filter(storage -> !(storage instanceof MemoryStorage))
        .map(TestStorage::open);
  }

  private static Crm node(TestPlace place, Duration staleness) {
    CrmBuilder builder =
        Crm.builder(AccessPolicy.allowAll())
            .delivery(CrmBuilder.Delivery.MANUAL)
            .staleness(staleness);
    new LabSetup().modules().forEach(builder::module);
    place.configure(builder);
    return builder.open();
  }

  private static CrmSession session(Crm crm) {
    return crm.session(TENANT, Actor.of("tester"));
  }

  private static boolean hasAnnex(Crm crm) {
    return session(crm).find(Annex.class).isPresent();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void the_node_that_wrote_knows_at_once_and_the_other_after_the_staleness(TestPlace place) {
    try (place;
        Crm writer = node(place, Duration.ofHours(1));
        Crm patient = node(place, Duration.ofHours(1));
        Crm keen = node(place, Duration.ofMillis(50))) {
      assertThat(hasAnnex(writer)).isTrue();
      assertThat(hasAnnex(patient)).isTrue();
      assertThat(hasAnnex(keen)).isTrue();

      session(writer).get(Modules.class).switchOff("annex");

      assertThat(hasAnnex(writer)).isFalse();
      assertThat(hasAnnex(patient)).as("within its staleness").isTrue();
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (hasAnnex(keen) && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(hasAnnex(keen)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void a_change_in_the_host_s_transaction_is_known_when_that_is_committed(TestPlace place) {
    try (place;
        Crm writer = node(place, Duration.ofHours(1))) {
      assertThat(hasAnnex(writer)).isTrue();
      try (CrmTransaction host = writer.begin()) {
        CrmSession joined = session(writer).join(host);
        joined.get(Modules.class).switchOff("annex");
        assertThat(joined.find(Annex.class)).isEmpty();
        assertThat(hasAnnex(writer)).as("before the commit").isTrue();
        host.commit();
      }
      assertThat(hasAnnex(writer)).isFalse();
    }
  }

  @Test
  void a_staleness_is_not_negative() {
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll());

    assertThatThrownBy(() -> builder.staleness(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.changesKept(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
