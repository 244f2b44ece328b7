package io.crmkit.verification.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.AccessRequest;
import io.crmkit.api.access.FieldPolicy;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Work;
import io.crmkit.examples.quickstart.Story;
import io.crmkit.examples.quickstart.erp.ErpLike;
import io.crmkit.examples.quickstart.story.Scene;
import io.crmkit.examples.quickstart.story.StoryClock;
import io.crmkit.examples.quickstart.story.StoryFacts;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody is told of what the policy hides, whatever method is called with whatever arguments. The
 * seed and the number of policies are properties: {@code crmkit.access.seed}, {@code
 * crmkit.access.policies}.
 */
class AccessFuzzTest {

  private static final long SEED = Long.getLong("crmkit.access.seed", 1);

  /** How many policies are tried; fewer on databases, which answer as memory does. */
  private static int policies(TestStorage storage) {
    return Integer.getInteger("crmkit.access.policies", storage.name().equals("MEMORY") ? 6 : 2);
  }

  private static final TenantId TENANT = new TenantId("fuzz");

  static List<TestStorage> storages() {
    return TestStorage.every();
  }

  private static void afterTheStory(
      TestStorage storage, Path folder, BiConsumer<CrmSession, AtomicReference<AccessPolicy>> run) {
    StoryFacts facts = StoryFacts.english();
    StoryClock clock = new StoryClock(facts.beginning());
    ErpLike erp = new ErpLike();
    AtomicReference<AccessPolicy> policy = new AtomicReference<>(AccessPolicy.allowAll());
    try (TestPlace place = storage.open()) {
      CrmBuilder builder =
          Crm.builder(new Switched(policy))
              .delivery(CrmBuilder.Delivery.MANUAL)
              .clock(clock)
              .tenants(tenant -> facts.profile())
              .port(ErpOrderPort.class, erp)
              .module(new Peek())
              .module(new Leaking());
      place.configure(builder);
      try (Crm crm = builder.open()) {
        CrmSession session = crm.session(TENANT, Actor.of("lily"));
        Story.tell(new Scene(session, clock, erp, folder), facts, line -> {});
        run.accept(session, policy);
      }
    }
  }

  /** Whatever policy it is at the moment. */
  private record Switched(AtomicReference<AccessPolicy> policy) implements AccessPolicy {
    @Override
    public Access decide(AccessRequest request) {
      return policy.get().decide(request);
    }

    @Override
    public FieldPolicy fields() {
      return policy.get().fields();
    }
  }

  @ParameterizedTest
  @MethodSource("storages")
  void fields_that_the_policy_hides_are_hidden_and_change_nothing(
      TestStorage storage, @TempDir Path folder) {
    afterTheStory(
        storage,
        folder,
        (session, policy) -> {
          FieldFuzz fuzz = new FieldFuzz(session, policy, new Random(SEED));
          int policies = policies(storage) / 2;
          for (int i = 0; i < policies; i++) {
            fuzz.run(Services.all());
          }

          System.out.printf(
              "field fuzz on %s, seed %d: %d records compared, %d commands with the same effect%n",
              storage.name(), SEED, fuzz.compared, fuzz.sameEffects);
          assertThat(shortened(fuzz.faults)).as("faults").isEmpty();
          assertThat(fuzz.compared).isGreaterThan(100 * policies);
          assertThat(fuzz.sameEffects).isGreaterThan(10 * policies);
        });
  }

  @ParameterizedTest
  @MethodSource("storages")
  void nobody_is_told_of_what_the_policy_hides(TestStorage storage, @TempDir Path folder) {
    afterTheStory(
        storage,
        folder,
        (session, policy) -> {
          Fuzz fuzz = new Fuzz(session, policy, new Random(SEED));
          int policies = policies(storage);
          for (int i = 0; i < policies; i++) {
            fuzz.run(Services.all());
          }

          System.out.printf(
              "access fuzz on %s, seed %d: %d methods, %d calls, %d answered, %d joins,"
                  + " %d commands with the same effect%n",
              storage.name(),
              SEED,
              fuzz.calls.size(),
              fuzz.calls.values().stream().mapToInt(c -> c[0]).sum(),
              fuzz.calls.values().stream().mapToInt(c -> c[1]).sum(),
              fuzz.joins.compared(),
              fuzz.sameEffects);
          assertThat(shortened(fuzz.leaks)).as("leaks").isEmpty();
          assertThat(fuzz.unmade).as("methods without arguments").isEmpty();
          assertThat(fuzz.calls).hasSizeGreaterThan(150);
          assertThat(fuzz.joins.compared()).isGreaterThan(20 * policies);
          assertThat(fuzz.lists.compared()).isGreaterThan(15 * policies);
        });
  }

  private static Map<String, Object> shortened(Map<String, List<String>> leaks) {
    Map<String, Object> shortened = new TreeMap<>();
    leaks.forEach(
        (method, found) -> shortened.put(method, found.size() + " times, such as " + found.get(0)));
    return shortened;
  }

  /** Lists customers with eyes for the whole tenant: the fault that the fuzz is there to find. */
  @ProvidedBy("io.crmkit:crm-verification")
  public interface Leak {
    /** Names of all customers. */
    List<String> names();
  }

  static final class Leaky implements Leak {
    private final Work work;

    @Inject
    Leaky(Work work) {
      this.work = work;
    }

    @Override
    public List<String> names() {
      @SuppressWarnings("unchecked")
      Entity<Customer> customers =
          (Entity<Customer>)
              Peek.ENTITIES.stream()
                  .filter(entity -> entity.type() == Customer.class)
                  .findFirst()
                  .orElseThrow();
      return work.read(
          tx ->
              tx.tenantWide().store(customers).list(Query.everything()).stream()
                  .map(customer -> String.valueOf(customer.name().latin()))
                  .toList());
    }
  }

  private record Leaking() implements CrmModule {
    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("leaking", "0", "io.crmkit:crm-verification");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      registrar.service(Leak.class, Leaky.class);
    }
  }

  @Test
  void a_leak_that_is_planted_is_found(@TempDir Path folder) {
    afterTheStory(
        TestStorage.known().get(0),
        folder,
        (session, policy) -> {
          Fuzz fuzz = new Fuzz(session, policy, new Random(SEED));
          for (int i = 0; i < 3; i++) {
            fuzz.run(List.of(Leak.class));
          }

          assertThat(fuzz.leaks.keySet()).isEqualTo(Set.of("Leak.names"));
          assertThat(new ArrayList<>(fuzz.leaks.values()).get(0)).anyMatch(l -> l.contains("text"));
        });
  }

  @Test
  void a_hidden_field_that_is_told_is_found(@TempDir Path folder) {
    afterTheStory(
        TestStorage.known().get(0),
        folder,
        (session, policy) -> {
          FieldFuzz fuzz = new FieldFuzz(session, policy, new Random(SEED));
          for (int i = 0; i < 6; i++) {
            fuzz.run(List.of(Leak.class));
          }

          assertThat(fuzz.faults.keySet()).isEqualTo(Set.of("Leak.names"));
        });
  }
}
