package io.crmkit.core.kernel.door;

import static io.crmkit.testkit.CrmAssertions.assertReasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.ModuleUnavailable;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.module.Modules;
import io.crmkit.core.kernel.lab.Annex;
import io.crmkit.core.kernel.lab.AnnexModule;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabModule;
import io.crmkit.core.kernel.lab.LabReason;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.work.ReadTx.Gathered;
import io.crmkit.core.spi.work.ReadTx.GuardCall;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;
import java.util.Map;

/** What modules add to each other, and how each tenant switches them. */
@WithSetup(LabSetup.class)
class ModuleSwitchTest {

  private static Gathered<String> notes(TestCrm crm) {
    return crm.get(Lab.class).read(tx -> tx.gather(LabModule.NOTES, source -> source.notes()));
  }

  private static List<Reason> judge(TestCrm crm, long total, GuardCall... calls) {
    Specimen specimen = Specimen.of(crm.newId(), "x").withTotal(total);
    return crm.get(Lab.class).read(tx -> tx.guards(LabModule.JUDGE, specimen, List.of(calls)));
  }

  private static GuardCall notHeavy(int limit) {
    return new GuardCall(AnnexModule.NOT_HEAVY, Map.of("limit", String.valueOf(limit)));
  }

  @OnEveryStorage
  void a_contribution_that_fails_is_left_out_and_told_of(TestCrm crm) {
    Gathered<String> gathered = notes(crm);

    assertThat(gathered.items()).containsExactly("a note of the annex");
    assertThat(gathered.missing()).containsExactly("annex");
  }

  @OnEveryStorage
  void guards_give_every_reason(TestCrm crm) {
    assertThat(judge(crm, 5, notHeavy(10))).isEmpty();
    assertReasons(
        judge(crm, 20, notHeavy(10), notHeavy(15)), LabReason.TOO_HEAVY, LabReason.TOO_HEAVY);
  }

  @OnEveryStorage
  void a_guard_that_nobody_provides_is_a_reason(TestCrm crm) {
    assertThat(judge(crm, 5, new GuardCall("nobody.knows", Map.of())))
        .singleElement()
        .satisfies(r -> assertThat(r.toString()).contains("nobody.knows"));
  }

  @OnEveryStorage
  void a_module_that_is_switched_off_takes_all_it_brought_away(TestCrm crm) {
    crm.get(Modules.class).switchOff("annex");

    assertThat(crm.get(Modules.class).on()).contains("lab").doesNotContain("annex");
    assertThat(crm.session().find(Annex.class)).isEmpty();
    assertThatExceptionOfType(ModuleUnavailable.class)
        .isThrownBy(() -> crm.get(Annex.class))
        .satisfies(e -> assertThat(e.artifact()).isEqualTo("io.crmkit:crm-annex"));
    assertThat(notes(crm).items()).isEmpty();
    assertThat(notes(crm).missing()).isEmpty();
    assertThat(judge(crm, 5, notHeavy(10))).hasSize(1);
  }

  @OnEveryStorage
  void a_module_can_be_switched_on_again(TestCrm crm) {
    crm.get(Modules.class).switchOff("annex");
    crm.get(Modules.class).switchOff("annex");
    crm.get(Modules.class).switchOn("annex");
    crm.get(Modules.class).switchOn("annex");

    assertThat(crm.get(Modules.class).on()).contains("annex");
    assertThat(crm.get(Annex.class).ask("it")).isEqualTo("nobody knows it");
  }

  @OnEveryStorage
  void other_tenants_keep_the_module(TestCrm crm) {
    TestCrm other = crm.otherTenant();
    other.get(Modules.class).switchOff("annex");

    assertThat(crm.get(Modules.class).on()).contains("annex");
    assertThat(crm.session().find(Annex.class)).isPresent();
  }

  @OnEveryStorage
  void a_module_that_others_require_cannot_be_switched_off_before_them(TestCrm crm) {
    Modules modules = crm.get(Modules.class);
    assertThatThrownBy(() -> modules.switchOff("lab")).isInstanceOf(Refused.class);

    modules.switchOff("annex");
    modules.switchOff("lab");

    assertThat(modules.on()).doesNotContain("lab", "annex");
    assertThatThrownBy(() -> crm.get(Lab.class)).isInstanceOf(ModuleUnavailable.class);
    modules.switchOn("lab");
    assertThat(crm.get(Lab.class).count()).isZero();
  }

  @OnEveryStorage
  void the_kernel_cannot_be_switched_off_and_an_unknown_module_not_at_all(TestCrm crm) {
    Modules modules = crm.get(Modules.class);
    assertThatThrownBy(() -> modules.switchOff("nonsense")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> modules.switchOn("nonsense")).isInstanceOf(InvalidInput.class);
    String kernel = crm.crm().modules().get(0).info().id();
    assertThatThrownBy(() -> modules.switchOff(kernel)).isInstanceOf(Refused.class);
  }

  @OnEveryStorage
  void a_switch_that_is_rolled_back_never_happened(TestCrm crm) {
    try (var host = crm.crm().begin()) {
      crm.session().join(host).get(Modules.class).switchOff("annex");
      host.rollback();
    }
    assertThat(crm.session().find(Annex.class)).isPresent();
  }
}
