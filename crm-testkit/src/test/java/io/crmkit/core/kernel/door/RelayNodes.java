package io.crmkit.core.kernel.door;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.api.relay.RetryPolicy;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks.Subscriber;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.testkit.storage.MemoryStorage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Nodes that deliver at once, for tests of durable work. */
final class RelayNodes {

  static final TenantId TENANT = new TenantId("acme");
  static final TenantId SECOND = new TenantId("Acme");
  static final RelayOptions IMPATIENT =
      RelayOptions.standard()
          .retry(new RetryPolicy(1_000, Duration.ofMillis(1), Duration.ofMillis(4)));

  private RelayNodes() {}

  static Stream<TestPlace> places() {
    return TestStorage.every().stream().map(TestStorage::open);
  }

  static Stream<TestPlace> databases() {
    return TestStorage.every().stream()
        .filter(storage -> !(storage instanceof MemoryStorage))
        .map(TestStorage::open);
  }

  static CrmBuilder node(TestPlace place, LabSetup setup) {
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll()).relay(IMPATIENT);
    setup.modules().forEach(builder::module);
    place.configure(builder);
    return builder;
  }

  static CrmSession session(Crm crm, TenantId tenant) {
    return crm.session(tenant, Actor.of("tester"));
  }

  static void publish(CrmSession session, CrmEvent... events) {
    session
        .get(Lab.class)
        .run(
            List.of(events).toString(),
            tx -> {
              List.of(events).forEach(tx::publish);
              return "done";
            });
  }

  static void on(LabSetup setup, EventHandler<? super CrmEvent> handler) {
    setup.hooks().on(TENANT, Subscriber.LATER, handler);
    setup.hooks().on(SECOND, Subscriber.LATER, handler);
  }
}
