package io.crmkit.core.kernel.door;

import static io.crmkit.core.kernel.door.TestModule.empty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.error.StartFailed;
import io.crmkit.api.module.ApiVersion;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.core.kernel.door.Faulty.Greeter;
import io.crmkit.core.kernel.door.Faulty.GreeterService;
import io.crmkit.core.kernel.lab.AnnexModule;
import io.crmkit.core.kernel.lab.LabModule;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.testkit.storage.H2Storage;
import io.crmkit.testkit.storage.TestPlace;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A start with many faults of many kinds: one report, each fault with module, version and jar. */
class StartReportTest {

  /** Says nothing sensible of itself. */
  private static final class Mute implements CrmModule {
    @Override
    public ModuleInfo info() {
      throw new IllegalArgumentException("no id");
    }

    @Override
    public void register(ModuleRegistrar registrar) {}
  }

  private static StartFailed failure(TestPlace place, CrmModule... modules) {
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL);
    for (CrmModule module : modules) {
      builder.module(module);
    }
    place.configure(builder);
    StartFailed failed = catchThrowableOfType(StartFailed.class, () -> builder.open().close());
    assertThat(failed).as("the start must fail").isNotNull();
    return failed;
  }

  @Test
  void ten_faults_of_ten_kinds_come_in_one_report() {
    TestModule greeter =
        TestModule.of("greeter", r -> r.service(Greeter.class, GreeterService.class));
    TestModule rival = TestModule.of("rival", r -> r.service(Greeter.class, GreeterService.class));
    TestModule misnamed =
        TestModule.of(
            "misnamed", r -> r.migrations("io/crmkit/core/kernel/door/misnamed/migration"));
    TestModule strict =
        TestModule.of("strict", r -> r.namesGuard(LabModule.JUDGE, "nobody-knows-it"));
    TestModule thrower =
        TestModule.of(
            "thrower",
            r -> {
              throw new NoSuchMethodError("gone");
            });
    TestModule pryer = TestModule.of("pryer", r -> r.service(Spy.class, SpyService.class));

    StartFailed failed;
    try (TestPlace place = new H2Storage().open()) {
      failed =
          failure(
              place,
              empty("needy").requiring("absent"),
              empty("egg").requiring("hen"),
              empty("hen").requiring("egg"),
              empty("twin"),
              empty("twin"),
              empty("future").builtFor("9.1"),
              greeter,
              rival,
              misnamed,
              strict,
              thrower,
              pryer,
              new Mute());
    }

    List<String> faults = failed.faults();
    assertOne(faults, "module needy 1 (", "requires the module absent");
    assertOne(faults, "module egg 1 (", "egg -> hen -> egg");
    assertOne(faults, "module twin 1 (", "its id is taken by module twin 1 (");
    assertOne(faults, "module future 1 (", "version 9.1", "this is " + ApiVersion.CURRENT);
    assertOne(faults, "module rival 1 (", "Greeter is provided by module greeter");
    assertOne(faults, "module misnamed 1 (", "V1_one_line.sql");
    assertOne(faults, "module strict 1 (", "nobody-knows-it");
    assertOne(faults, "module thrower 1 (", "NoSuchMethodError: gone");
    assertOne(faults, "module pryer 1 (", "Secret");
    assertOne(faults, Mute.class.getName(), "no id");
    assertThat(faults).allSatisfy(f -> assertThat(f).contains("(test-classes)"));
    assertThat(failed).hasMessageContainingAll(faults.toArray(String[]::new));
  }

  private static void assertOne(List<String> faults, String... words) {
    assertThat(faults).filteredOn(f -> List.of(words).stream().allMatch(f::contains)).hasSize(1);
  }

  @Test
  void a_module_that_requires_a_broken_one_adds_no_fault_of_its_own() {
    StartFailed failed;
    try (TestPlace place = new H2Storage().open()) {
      failed = failure(place, empty("needy").requiring("future"), empty("future").builtFor("9.1"));
    }

    assertThat(failed.faults()).singleElement().asString().startsWith("module future 1 (");
  }

  @Test
  void a_guard_that_is_named_and_provided_lets_it_start() {
    TestModule strict =
        TestModule.of("strict", r -> r.namesGuard(LabModule.JUDGE, AnnexModule.NOT_HEAVY));
    CrmBuilder builder =
        Crm.builder(AccessPolicy.allowAll()).inMemory().delivery(CrmBuilder.Delivery.MANUAL);
    new LabSetup().modules().forEach(builder::module);

    try (Crm crm = builder.module(strict.builtFor(ApiVersion.CURRENT)).open()) {
      assertThat(crm.modules())
          .extracting(m -> m.info().id(), m -> m.info().api())
          .contains(tuple("strict", ApiVersion.CURRENT));
    }
  }

  @Test
  void before_1_0_a_module_built_for_another_minor_version_does_not_run() {
    assertThat(ApiVersion.runs("0.2")).isTrue();
    assertThat(ApiVersion.runs("0.1")).isFalse();
    assertThat(ApiVersion.runs("0.3")).isFalse();
    assertThat(ApiVersion.runs("1.2")).isFalse();
  }

  /** Asks for what another module keeps to itself. */
  @ProvidedBy("io.example:spy")
  public interface Spy {
    String word();
  }

  static final class SpyService implements Spy {
    private final Faulty.Secret secret;

    @Inject
    SpyService(Faulty.Secret secret) {
      this.secret = secret;
    }

    @Override
    public String word() {
      return secret.word;
    }
  }
}
