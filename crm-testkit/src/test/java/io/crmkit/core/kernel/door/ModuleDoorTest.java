package io.crmkit.core.kernel.door;

import static io.crmkit.core.kernel.door.TestModule.empty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.error.ModuleUnavailable;
import io.crmkit.api.error.StartFailed;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.module.LoadedModule;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.core.kernel.door.Faulty.Greeter;
import io.crmkit.core.kernel.door.Faulty.GreeterService;
import io.crmkit.core.kernel.lab.Annex;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Oracle;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.testkit.storage.H2Storage;
import io.crmkit.testkit.storage.TestPlace;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Modules that fit are loaded; when some do not, one report names every fault and its module. */
class ModuleDoorTest {

  private static CrmBuilder builder(CrmModule... modules) {
    CrmBuilder builder =
        Crm.builder(AccessPolicy.allowAll()).inMemory().delivery(CrmBuilder.Delivery.MANUAL);
    Stream.of(modules).forEach(builder::module);
    return builder;
  }

  private static List<String> faults(CrmModule... modules) {
    return faults(builder(modules));
  }

  private static List<String> faults(CrmBuilder builder) {
    StartFailed failed = catchThrowableOfType(StartFailed.class, () -> builder.open().close());
    assertThat(failed).as("the start must fail").isNotNull();
    return failed.faults();
  }

  private static void assertFault(List<String> faults, String... words) {
    assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(words));
  }

  @Test
  void modules_start_after_those_that_they_require() {
    try (Crm crm =
        builder(
                empty("last").requiring("middle"),
                empty("middle").startingAfter("first", "absent"),
                empty("first"))
            .open()) {
      assertThat(crm.modules())
          .extracting(m -> m.info().id())
          .containsSubsequence("first", "middle", "last");
      assertThat(crm.modules())
          .filteredOn(m -> m.info().id().equals("first"))
          .extracting(LoadedModule::location)
          .allSatisfy(location -> assertThat(location).isNotBlank());
    }
  }

  @Test
  void a_missing_module_is_named_with_the_one_that_requires_it() {
    assertFault(faults(empty("needy").requiring("absent")), "needy", "absent");
  }

  @Test
  void modules_that_require_each_other_in_a_circle_are_named() {
    assertFault(
        faults(
            empty("a1").requiring("b1"), empty("b1").requiring("c1"), empty("c1").requiring("a1")),
        "a1",
        "b1",
        "c1");
  }

  @Test
  void two_modules_with_one_id_are_named() {
    assertFault(faults(empty("twin"), empty("twin")), "twin");
  }

  @Test
  void two_reasons_with_one_code_are_named() {
    assertFault(
        faults(
            TestModule.of("one", r -> r.reasons(Faulty.OneReason.class)),
            TestModule.of("two", r -> r.reasons(Faulty.SameReason.class))),
        "door.same-code",
        "two");
  }

  @Test
  void two_implementations_of_one_service_are_named() {
    assertFault(
        faults(
            TestModule.of("one", r -> r.service(Greeter.class, GreeterService.class)),
            TestModule.of("two", r -> r.service(Greeter.class, GreeterService.class))),
        "Greeter",
        "two");
  }

  @Test
  void what_one_module_binds_no_other_can_inject() {
    TestModule owner =
        TestModule.of(
            "owner",
            r -> r.bind(b -> b.bind(Faulty.Secret.class).toInstance(new Faulty.Secret("x"))));
    TestModule prying =
        TestModule.of("prying", r -> r.service(Greeter.class, Faulty.PryingService.class));

    assertFault(faults(owner, prying), "prying", "Secret");
  }

  @Test
  void what_a_module_binds_its_own_service_can_inject() {
    TestModule owner =
        TestModule.of(
            "owner",
            r -> {
              r.bind(b -> b.bind(Faulty.Secret.class).toInstance(new Faulty.Secret("word")));
              r.service(Greeter.class, Faulty.PryingService.class);
            });
    try (Crm crm = builder(owner).open()) {
      assertThat(crm.session(new TenantId("t"), Actor.of("a")).get(Greeter.class).greet())
          .isEqualTo("word");
    }
  }

  @Test
  void a_component_that_is_a_singleton_is_one_for_all_sessions_and_others_are_not() {
    TestModule owner =
        TestModule.of(
            "owner",
            r -> {
              r.component(Faulty.Memory.class);
              r.component(Faulty.Note.class);
              r.service(Greeter.class, Faulty.CountingService.class);
            });
    try (Crm crm = builder(owner).open()) {
      crm.session(new TenantId("t"), Actor.of("a")).get(Greeter.class).greet();

      assertThat(crm.session(new TenantId("t"), Actor.of("b")).get(Greeter.class).greet())
          .isEqualTo("2 1");
    }
  }

  @Test
  void an_entity_that_does_not_fit_its_record_is_named_with_its_module() {
    List<String> faults =
        faults(
            TestModule.of(
                "clumsy",
                r -> {
                  r.entity(
                      Entity.of(Faulty.Unstorable.class, "door.unstorable", "crm_door_unstorable")
                          .rootOfAccess());
                  r.entity(
                      Entity.of(Faulty.WithoutVersion.class, "door.unversioned", "crm_door_unv")
                          .rootOfAccess());
                  r.entity(
                      Entity.of(Faulty.OtherThing.class, "door.thing", "crm_door_thing")
                          .unique(Faulty.OneReason.TAKEN, "nonsense")
                          .rootOfAccess());
                }));
    assertFault(faults, "clumsy", "when");
    assertFault(faults, "clumsy", "version");
    assertFault(faults, "clumsy", "nonsense");
  }

  @Test
  void two_entities_of_one_name_or_table_are_named() {
    List<String> faults =
        faults(
            TestModule.of(
                "one",
                r ->
                    r.entity(
                        Entity.of(Faulty.Thing.class, "door.thing", "crm_door_thing")
                            .rootOfAccess())),
            TestModule.of(
                "two",
                r ->
                    r.entity(
                        Entity.of(Faulty.OtherThing.class, "door.thing", "crm_door_thing")
                            .rootOfAccess())));
    assertFault(faults, "two", "door.thing");
  }

  @Test
  void an_owner_that_no_module_declares_is_named() {
    assertFault(
        faults(
            TestModule.of(
                "orphan",
                r ->
                    r.entity(
                        Entity.of(Faulty.OtherThing.class, "door.thing", "crm_door_thing")
                            .ownedBy("id", Faulty.Thing.class)))),
        "orphan",
        "Thing");
  }

  @Test
  void columns_that_the_schema_lacks_are_reported_all_together() {
    TestModule module =
        TestModule.of(
            "door",
            r -> {
              r.migrations("io/crmkit/core/kernel/door/migration");
              r.entity(
                  Entity.of(Faulty.Thing.class, "door.thing", "crm_door_thing").rootOfAccess());
              r.entity(
                  Entity.of(Faulty.OtherThing.class, "door.other", "crm_door_absent")
                      .rootOfAccess());
            });
    try (TestPlace place = new H2Storage().open()) {
      CrmBuilder builder = builder(module);
      place.configure(builder);

      List<String> faults = faults(builder);

      assertFault(faults, "door", "crm_door_thing", "missing");
      assertFault(faults, "door", "crm_door_thing", "wrong_type");
      assertFault(faults, "door", "crm_door_absent");
    }
  }

  @Test
  void an_event_without_a_name_is_named() {
    assertFault(
        faults(TestModule.of("nameless", r -> r.event(Faulty.Nameless.class))),
        "nameless",
        "Nameless");
  }

  @Test
  void two_subscribers_with_one_id_are_named() {
    assertFault(
        faults(
            TestModule.of(
                "one",
                r -> r.subscribeDurably(Faulty.Happened.class, "same.id", Faulty.Listener.class)),
            TestModule.of(
                "two",
                r -> r.subscribeDurably(Faulty.Happened.class, "same.id", Faulty.Listener.class))),
        "same.id",
        "two");
  }

  @Test
  void a_module_that_throws_while_it_registers_is_named() {
    assertFault(
        faults(
            TestModule.of(
                "thrower",
                r -> {
                  throw new IllegalStateException("on purpose");
                })),
        "thrower",
        "on purpose");
  }

  @Test
  void faults_of_several_modules_come_in_one_report() {
    List<String> faults =
        faults(
            TestModule.of("twofold", r -> r.reasons(Faulty.OneReason.class)),
            TestModule.of("redundant", r -> r.reasons(Faulty.SameReason.class)),
            TestModule.of("nameless", r -> r.event(Faulty.Nameless.class)),
            TestModule.of(
                "clumsy",
                r ->
                    r.entity(
                        Entity.of(Faulty.WithoutVersion.class, "door.unv", "crm_door_unv")
                            .rootOfAccess())));
    assertFault(faults, "redundant", "twofold");
    assertFault(faults, "nameless");
    assertFault(faults, "clumsy");
  }

  @Test
  void custom_fields_that_make_no_sense_are_named_with_their_module() {
    List<String> faults =
        faults(
            TestModule.of(
                "fields",
                r -> {
                  r.field(FieldDeclaration.of(Customer.class, Field.text("other.word")));
                  r.field(FieldDeclaration.of(Customer.class, Field.choice("fields.none")));
                  r.field(FieldDeclaration.of(Customer.class, Field.text("fields.twice")));
                  r.field(FieldDeclaration.of(Customer.class, Field.date("fields.twice")));
                }),
            TestModule.of("needy", r -> {}).requiring("fields"));

    assertFault(faults, "fields 1", "other.word", "must begin with the module's id");
    assertFault(faults, "fields 1", "fields.none", "rules.choices");
    assertFault(faults, "fields 1", "fields.twice", "twice");
    assertThat(faults).hasSize(3);
  }

  @Test
  void a_folder_of_migrations_that_is_not_there_is_named() {
    try (TestPlace place = new H2Storage().open()) {
      CrmBuilder builder = builder(TestModule.of("lost", r -> r.migrations("io/example/nowhere")));
      place.configure(builder);

      assertFault(faults(builder), "lost", "io/example/nowhere");
    }
  }

  @Test
  void a_service_of_an_absent_module_names_its_artifact() {
    try (Crm crm = builder().open()) {
      var session = crm.session(new TenantId("t"), Actor.of("a"));

      assertThat(session.find(Greeter.class)).isEmpty();
      assertThatExceptionOfType(ModuleUnavailable.class)
          .isThrownBy(() -> session.get(Greeter.class))
          .satisfies(e -> assertThat(e.artifact()).isEqualTo("io.example:greeter"))
          .satisfies(e -> assertThat(e.service()).isEqualTo(Greeter.class.getName()))
          .withMessageContaining("io.example:greeter");
    }
  }

  @Test
  void the_host_s_port_serves_and_without_one_the_fallback() {
    CrmModule[] modules = new LabSetup().modules().toArray(CrmModule[]::new);
    try (Crm with =
            builder(modules).port(Oracle.class, question -> "the host knows " + question).open();
        Crm without = builder(modules).open()) {
      TenantId tenant = new TenantId("t");
      assertThat(with.session(tenant, Actor.of("a")).get(Annex.class).ask("it"))
          .isEqualTo("the host knows it");
      assertThat(without.session(tenant, Actor.of("a")).get(Annex.class).ask("it"))
          .isEqualTo("nobody knows it");
    }
  }

  @Test
  void a_port_of_a_module_that_is_not_there_keeps_nobody_from_starting() {
    try (Crm crm = builder().port(Oracle.class, question -> "nobody asks").open()) {
      assertThat(crm.modules()).extracting(m -> m.info().id()).doesNotContain("annex");
    }
  }

  @Test
  void a_module_says_what_it_is() {
    try (Crm crm = builder(empty("plain")).open()) {
      assertThat(crm.modules())
          .extracting(LoadedModule::info)
          .contains(ModuleInfo.of("plain", "1", "io.example:plain"));
    }
  }
}
