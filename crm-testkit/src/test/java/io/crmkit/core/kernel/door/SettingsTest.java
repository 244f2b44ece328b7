package io.crmkit.core.kernel.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.audit.AuditSearch;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.StartFailed;
import io.crmkit.api.module.Modules;
import io.crmkit.api.setting.ChosenSetting;
import io.crmkit.api.setting.Setting;
import io.crmkit.api.setting.SettingValue;
import io.crmkit.api.setting.Settings;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.testkit.CrmSetup;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What modules let hosts and tenants choose. */
@WithSetup(SettingsTest.Tuned.class)
class SettingsTest {

  enum Mood {
    CALM,
    LIVELY
  }

  static final Setting<Long> LIMIT =
      Setting.number("tuned.limit", 500).allowing(n -> n >= 0, "must not be negative");
  static final Setting<BigDecimal> RATE = Setting.decimal("tuned.rate", new BigDecimal("1.5"));
  static final Setting<Boolean> LOUD = Setting.yesNo("tuned.loud", false);
  static final Setting<Mood> MOOD = Setting.choice("tuned.mood", Mood.CALM);
  static final Setting<String> WORD = Setting.text("tuned.word", "hello");

  /** A module with a setting of every type; the host chooses one of them. */
  static final class Tuned implements CrmSetup {
    @Override
    public List<CrmModule> modules() {
      return List.of(
          TestModule.of(
              "tuned",
              r -> List.of(LIMIT, RATE, LOUD, MOOD, WORD).forEach(setting -> r.setting(setting))));
    }

    @Override
    public void configure(CrmBuilder builder) {
      builder.setting(WORD, "grüß 您好");
    }
  }

  @OnEveryStorage
  void what_nobody_chose_is_what_the_host_or_else_the_module_says(TestCrm crm) {
    Settings settings = crm.get(Settings.class);

    assertThat(settings.get(LIMIT)).isEqualTo(500);
    assertThat(settings.get(MOOD)).isEqualTo(Mood.CALM);
    assertThat(settings.get(WORD)).isEqualTo("grüß 您好");
  }

  @OnEveryStorage
  void a_tenant_chooses_for_itself_alone_and_takes_it_back(TestCrm crm) {
    Settings settings = crm.get(Settings.class);
    settings.choose(LIMIT, 7L);
    settings.choose(LIMIT, 8L);
    settings.choose(RATE, new BigDecimal("0.25"));
    settings.choose(LOUD, true);
    settings.chooseText("tuned.mood", "LIVELY");

    assertThat(settings.get(LIMIT)).isEqualTo(8);
    assertThat(settings.get(RATE)).isEqualByComparingTo("0.25");
    assertThat(settings.get(LOUD)).isTrue();
    assertThat(settings.get(MOOD)).isEqualTo(Mood.LIVELY);
    assertThat(crm.otherTenant().get(Settings.class).get(LIMIT)).isEqualTo(500);

    settings.reset("tuned.limit");
    settings.reset("tuned.limit");
    assertThat(settings.get(LIMIT)).isEqualTo(500);
  }

  @OnEveryStorage
  void what_a_setting_does_not_allow_cannot_be_chosen(TestCrm crm) {
    Settings settings = crm.get(Settings.class);

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> settings.choose(LIMIT, -1L))
        .withMessageContaining("tuned.limit")
        .withMessageContaining("must not be negative");
    assertThatThrownBy(() -> settings.chooseText("tuned.limit", "many"))
        .hasMessageContaining("must be a whole number");
    assertThatThrownBy(() -> settings.chooseText("tuned.mood", "SAD"))
        .hasMessageContaining("must be one of [CALM, LIVELY]");
    assertThatThrownBy(() -> settings.chooseText("tuned.word", "x".repeat(2_001)))
        .hasMessageContaining("2000");
    assertThatThrownBy(() -> settings.chooseText("nobody.knows", "1"))
        .isInstanceOf(InvalidInput.class);
    assertThat(settings.get(LIMIT)).isEqualTo(500);
  }

  @OnEveryStorage
  void screens_see_every_setting_as_it_stands(TestCrm crm) {
    crm.get(Settings.class).choose(LIMIT, 9L);

    assertThat(crm.get(Settings.class).all())
        .filteredOn(v -> v.module().equals("tuned"))
        .extracting(SettingValue::key, SettingValue::standard, SettingValue::text)
        .containsExactly(
            tuple("tuned.limit", "500", "9"),
            tuple("tuned.loud", "false", "false"),
            tuple("tuned.mood", "CALM", "CALM"),
            tuple("tuned.rate", "1.5", "1.5"),
            tuple("tuned.word", "grüß 您好", "grüß 您好"));
  }

  @OnEveryStorage
  void a_choice_is_audited_and_asked_of_the_policy(TestCrm crm) {
    crm.get(Settings.class).choose(LIMIT, 9L);

    List<AuditEntry> entries =
        crm.get(AuditLog.class)
            .search(AuditSearch.everything().withEntity("kernel.setting"))
            .items();
    assertThat(entries)
        .singleElement()
        .satisfies(e -> assertThat(e.caller().command()).isEqualTo("setting.choose"));

    crm.policy(
        request ->
            request.entity() == ChosenSetting.class
                ? Access.deny("only the owner")
                : Access.allow());
    assertThatThrownBy(() -> crm.get(Settings.class).choose(LIMIT, 1L))
        .isInstanceOf(AccessDenied.class);
  }

  @OnEveryStorage
  void a_choice_that_is_rolled_back_was_never_made(TestCrm crm) {
    try (var host = crm.crm().begin()) {
      Settings joined = crm.session().join(host).get(Settings.class);
      joined.choose(LIMIT, 9L);
      assertThat(joined.get(LIMIT)).isEqualTo(9);
      host.rollback();
    }

    assertThat(crm.get(Settings.class).get(LIMIT)).isEqualTo(500);
  }

  @OnEveryStorage
  void where_the_module_is_off_nothing_is_chosen_and_what_was_stays(TestCrm crm) {
    Settings settings = crm.get(Settings.class);
    settings.choose(LIMIT, 9L);
    crm.get(Modules.class).switchOff("tuned");

    assertThat(settings.all()).noneMatch(v -> v.module().equals("tuned"));
    assertThatThrownBy(() -> settings.choose(LIMIT, 1L))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("switched off");

    crm.get(Modules.class).switchOn("tuned");
    assertThat(settings.get(LIMIT)).isEqualTo(9);
  }

  @OnEveryStorage
  void what_is_known_costs_no_statement(TestCrm crm) {
    Settings settings = crm.get(Settings.class);
    settings.get(LIMIT);

    assertThat(crm.sent(() -> settings.get(RATE))).isEmpty();
  }

  @Test
  void settings_that_make_no_sense_fail_the_start_with_their_module() {
    CrmBuilder builder =
        Crm.builder(AccessPolicy.allowAll())
            .inMemory()
            .delivery(CrmBuilder.Delivery.MANUAL)
            .setting(Setting.text("absent.word", ""), "x")
            .setting(LIMIT, -3L)
            .module(
                TestModule.of(
                    "tuned",
                    r -> {
                      r.setting(LIMIT);
                      r.setting(WORD);
                      r.setting(WORD);
                      r.setting(Setting.text("other.word", ""));
                      r.setting(Setting.number("tuned.odd", 2).allowing(n -> n > 2, "must be odd"));
                    }));

    StartFailed failed = catchThrowableOfType(StartFailed.class, () -> builder.open().close());

    assertThat(failed.faults())
        .hasSize(5)
        .anyMatch(f -> f.contains("tuned 1 (") && f.contains("tuned.word is declared twice"))
        .anyMatch(f -> f.contains("other.word must begin with the module's id"))
        .anyMatch(f -> f.contains("tuned.odd has a standard that it does not allow"))
        .anyMatch(f -> f.contains("tuned.limit: the host's choice must not be negative"))
        .anyMatch(f -> f.contains("the host chooses the setting absent.word"));
  }
}
