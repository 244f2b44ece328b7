package io.crmkit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.verification.kill.Journal.Entry;
import io.crmkit.verification.kill.Operation.Kind;
import io.crmkit.verification.kill.Operation.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is broken by hand is found: the kill tests can fail. */
class CheckerTest {

  private static final String TENANT = "damaged";

  /** A statement that damages, and what is said of it. */
  private record Damage(String sql, String found) {}

  private static final List<Damage> DAMAGES =
      List.of(
          new Damage(
              "delete from crm_audit where subject_entity = 'customer.contact'",
              "versions of crm_contact differ from the audit"),
          new Damage("delete from crm_contact_post", "a contact without a post"),
          new Damage("delete from crm_contact", "a person who is no contact"),
          new Damage(
              "delete from crm_customer_contact_point",
              "an organization without all its contact points"),
          new Damage(
              "delete from crm_opportunity_change", "an opportunity whose history is not whole"),
          new Damage(
              "update crm_opportunity set version = version + 1",
              "versions of crm_opportunity differ from the audit"),
          new Damage(
              "delete from crm_event where name = 'sales.opportunity-opened'",
              "not the right number of events 'sales.opportunity-opened'"),
          new Damage("delete from crm_ledger_heard", "neither heard nor on its way"),
          new Damage("update crm_sequence set last = last + 1", "counted to"),
          new Damage("update crm_customer set external_id = null", "keys are used"),
          new Damage("delete from crm_opportunity", "a used key without the record"));

  @TempDir Path folder;

  /** What is found when all that is due has been done. */
  private static final List<Damage> LATE_DAMAGES =
      List.of(
          new Damage("delete from crm_ledger_fired", "fired for []"),
          new Damage("delete from crm_feed", "the feed tells of"),
          new Damage(
              "update crm_event set subject_version = -subject_version", "not in order: ledger."),
          new Damage(
              "update crm_customer_contact_point set raw = 'other' where owner_id ="
                  + " (select id from crm_customer where name_latin = 'Everybody''s customer')",
              "without what its last writer wrote"));

  @Test
  void everyDamageIsFound() throws Exception {
    try (Place h2 = Place.h2(folder)) {
      Journal journal = killed(h2);
      assertThat(Checker.faults(h2, TENANT, journal)).isEmpty();

      try (HikariDataSource pool = Nodes.pool(h2)) {
        Rows rows = new Rows(pool, TENANT);
        for (Damage damage : DAMAGES) {
          execute(pool, damage.sql());
          assertThat(WholeRows.faults(rows))
              .as(damage.sql())
              .anyMatch(fault -> fault.contains(damage.found()));
        }
        assertThat(Promises.faults(journal, rows))
            .anyMatch(fault -> fault.contains("wrote 1 rows of audit"))
            .anyMatch(fault -> fault.contains("lost "));
      }
    }
  }

  @Test
  void whatIsMissingAfterAllIsDoneIsFound() throws Exception {
    try (Place h2 = Place.h2(folder)) {
      Journal journal = killed(h2);
      assertThat(Checker.faults(h2, TENANT, journal)).isEmpty();

      try (HikariDataSource pool = Nodes.pool(h2)) {
        for (Damage damage : LATE_DAMAGES) {
          execute(pool, damage.sql());
        }
      }
      List<String> faults = Checker.faults(h2, TENANT, journal);
      assertThat(LATE_DAMAGES)
          .allMatch(damage -> faults.stream().anyMatch(fault -> fault.contains(damage.found())));
    }
  }

  private Journal killed(Place place) throws Exception {
    try (Victim victim = Victim.underLoad(place, TENANT, 1, folder)) {
      victim.await(text -> Victim.acknowledged(text) > 60);
      return victim.kill();
    }
  }

  private static void execute(HikariDataSource pool, String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
  }

  private static Entry entry(Kind kind, Outcome outcome, String answer, String... words) {
    return new Entry(new Operation(1, kind, List.of(words)), outcome, List.of(answer));
  }

  @Test
  void aTimerFiresForWhatTheAnswersAllow() {
    Entry set = entry(Kind.SET, Outcome.DONE, "", "t", "one");
    Entry moved = entry(Kind.MOVE, Outcome.DONE, "true", "t", "two");
    Entry late = entry(Kind.MOVE, Outcome.DONE, "false", "t", "two");
    Entry cancelled = entry(Kind.CANCEL, Outcome.DONE, "true", "t");
    Entry unknown = entry(Kind.MOVE, Outcome.UNKNOWN, "", "t", "two");
    Entry refused = entry(Kind.MOVE, Outcome.REFUSED, "", "t", "two");

    assertThat(TimerPromises.allowed(List.of(set))).containsExactly(Set.of("one"));
    assertThat(TimerPromises.allowed(List.of(set, moved))).containsExactly(Set.of("two"));
    assertThat(TimerPromises.allowed(List.of(set, late))).containsExactly(Set.of("one"));
    assertThat(TimerPromises.allowed(List.of(set, cancelled))).containsExactly(Set.of());
    assertThat(TimerPromises.allowed(List.of(set, refused))).containsExactly(Set.of("one"));
    assertThat(TimerPromises.allowed(List.of(set, unknown)))
        .containsExactlyElementsOf(Stream.of(Set.of("one"), Set.of("two")).toList());
  }
}
