package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.audit.AuditSearch;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import io.crmkit.testkit.sql.SentStatement;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a reader of the audit costs the database, however much there is to read. */
@WithSetup(LabSetup.class)
class AuditStatementsTest {

  private static final Pattern CONDITION = Pattern.compile("\\bwhere\\b\\s*(.{0,40})");
  private static final Pattern TENANT_FIRST = Pattern.compile("^\\(*(\\w+\\.)?tenant_id = .*");

  private static CrmSession clerk(TestCrm crm) {
    return crm.session("clerk").correlatedBy("call-7");
  }

  /** A record that was changed so often, each time by the same actor in the same call. */
  private static Specimen changed(TestCrm crm, String label, int times) {
    Lab lab = clerk(crm).get(Lab.class);
    Specimen specimen = lab.add(label);
    for (int i = 0; i < times; i++) {
      specimen = lab.save(specimen, specimen.withTotal(i + 100));
    }
    return specimen;
  }

  /**
   * The texts that are sent, which must be the same for few rows as for many. What is sent for the
   * first time may go in more parts.
   */
  private static List<String> sent(TestCrm crm, Consumer<AuditLog> reading) {
    reading.accept(crm.get(AuditLog.class));
    return crm.sent(() -> reading.accept(crm.get(AuditLog.class))).stream()
        .filter(SentStatement::byLibrary)
        .map(statement -> statement.sql().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static void assertCutToTheTenant(TestCrm crm, List<String> statements) {
    assertThat(statements.isEmpty()).isEqualTo(crm.storage().equals("MEMORY"));
    for (String sql : statements) {
      assertThat(sql).startsWith("select").contains(" where ");
      assertThat(CONDITION.matcher(sql).results().map(found -> found.group(1)))
          .as(sql)
          .isNotEmpty()
          .allMatch(TENANT_FIRST.asMatchPredicate());
    }
  }

  private static void assertTheSameHoweverMuch(TestCrm crm, Consumer<AuditLog> reading) {
    changed(crm, "first", 2);
    List<String> few = sent(crm, reading);

    changed(crm, "second", 120);

    assertCutToTheTenant(crm, few);
    assertThat(sent(crm, reading)).isEqualTo(few);
  }

  @OnEveryStorage
  void the_history_of_a_record_costs_the_same_however_long_it_is(TestCrm crm) {
    EntityRef few = EntityRef.of("lab.specimen", changed(crm, "few", 2).id());
    EntityRef many = EntityRef.of("lab.specimen", changed(crm, "many", 120).id());

    List<String> sent = sent(crm, audit -> assertThat(audit.historyOf(few)).hasSize(3));

    assertCutToTheTenant(crm, sent);
    assertThat(sent(crm, audit -> assertThat(audit.historyOf(many)).hasSize(121))).isEqualTo(sent);
  }

  @OnEveryStorage
  void what_an_actor_wrote_costs_the_same_however_much_it_is(TestCrm crm) {
    assertTheSameHoweverMuch(
        crm,
        audit -> assertThat(audit.search(AuditSearch.by("clerk")).items()).hasSizeBetween(3, 100));
  }

  @OnEveryStorage
  void what_was_written_in_a_call_costs_the_same_however_much_it_is(TestCrm crm) {
    AuditSearch call = AuditSearch.everything().withCorrelationId("call-7");

    assertTheSameHoweverMuch(
        crm, audit -> assertThat(audit.search(call).items()).hasSizeBetween(3, 100));
  }

  @OnEveryStorage
  void what_a_command_wrote_costs_the_same_however_much_it_is(TestCrm crm) {
    AuditSearch command = AuditSearch.everything().withCommand("lab.do").withActor(null);

    assertTheSameHoweverMuch(
        crm, audit -> assertThat(audit.search(command).items()).hasSizeBetween(3, 100));
  }

  @OnEveryStorage
  void access_to_the_records_is_asked_once_for_a_page_and_not_for_each_entry(TestCrm crm) {
    crm.policy(
        request ->
            request.entity() == Specimen.class ? Access.only(LABEL.atLeast("s")) : Access.allow());
    changed(crm, "s1", 2);
    Consumer<AuditLog> reading =
        audit -> assertThat(audit.search(AuditSearch.by("clerk")).items()).hasSizeBetween(3, 100);
    List<String> few = sent(crm, reading);

    changed(crm, "s2", 60);

    assertCutToTheTenant(crm, few);
    assertThat(sent(crm, reading)).hasSameSizeAs(few);
  }
}
