package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.Operation;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.audit.AuditSearch;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit can be read by who wrote, when, through which command, and in whose call. */
@WithSetup(LabSetup.class)
class AuditSearchTest {

  private static List<AuditEntry> all(CrmSession session, AuditSearch search) {
    List<AuditEntry> all = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<AuditEntry> page =
          session.get(AuditLog.class).search(cursor == null ? search : search.withAfter(cursor));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(search.limit());
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  private static Specimen add(CrmSession session, String label) {
    return session.get(Lab.class).add(label);
  }

  @OnEveryStorage
  void the_latest_writes_of_an_actor_come_first(TestCrm crm) {
    Specimen one = add(crm.session("lily"), "one");
    crm.clock().advance(Duration.ofMinutes(1));
    add(crm.session("wang"), "two");
    crm.clock().advance(Duration.ofMinutes(1));
    crm.session("lily").get(Lab.class).save(one, one.withTotal(3));

    List<AuditEntry> lily = all(crm.session("boss"), AuditSearch.by("lily"));

    assertThat(lily)
        .extracting(AuditEntry::operation)
        .containsExactly(Operation.CHANGED, Operation.CREATED);
    assertThat(lily).allMatch(e -> e.caller().actor().equals("lily"));
    assertThat(all(crm.session("boss"), AuditSearch.everything())).hasSize(3);
  }

  @OnEveryStorage
  void entries_are_found_by_command_entity_time_and_correlation_id(TestCrm crm) {
    add(crm.session().correlatedBy("call-1"), "one");
    crm.clock().advance(Duration.ofHours(1));
    Instant later = crm.clock().instant();
    add(crm.session().correlatedBy("call-2"), "two");
    crm.session().correlatedBy("call-2").get(Lab.class).addKeeper("keeper");
    AuditSearch search = AuditSearch.everything();

    assertThat(all(crm.session(), search.withCorrelationId("call-2"))).hasSize(2);
    assertThat(all(crm.session(), search.withCorrelationId("call-3"))).isEmpty();
    assertThat(all(crm.session(), search.withEntity("lab.keeper"))).hasSize(1);
    assertThat(all(crm.session(), search.withCommand("lab.do"))).hasSize(3);
    assertThat(all(crm.session(), search.withCommand("lab.other"))).isEmpty();
    assertThat(all(crm.session(), search.withRecorded(new AuditSearch.Span(later, null))))
        .hasSize(2);
    assertThat(all(crm.session(), search.withRecorded(new AuditSearch.Span(null, later))))
        .hasSize(1);
    assertThat(all(crm.session(), search.withEntity("lab.specimen").withCorrelationId("call-2")))
        .hasSize(1);
  }

  @OnEveryStorage
  void pages_go_through_every_entry_once_though_many_have_the_same_time(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.run(
        tx -> {
          List<Specimen> many = new ArrayList<>();
          for (int i = 0; i < 450; i++) {
            many.add(Specimen.of(tx.newId(), "label " + i));
          }
          return tx.store(SPECIMENS).insertAll(many).get(0);
        });
    List<AuditEntry> whole = all(crm.session(), AuditSearch.everything().withLimit(1_000));

    assertThat(whole).hasSize(450).doesNotHaveDuplicates();
    assertThat(all(crm.session(), AuditSearch.everything().withLimit(7))).isEqualTo(whole);
    assertThat(all(crm.session(), AuditSearch.everything().withLimit(200))).isEqualTo(whole);
    assertThat(all(crm.session(), AuditSearch.everything().withLimit(450))).isEqualTo(whole);
  }

  @OnEveryStorage
  void only_entries_of_records_that_the_caller_may_see_are_shown(TestCrm crm) {
    for (int i = 0; i < 300; i++) {
      add(crm.session(), i % 50 == 0 ? "seen " + i : "hidden " + i);
    }
    Specimen gone = add(crm.session(), "gone");
    crm.get(Lab.class)
        .run(
            tx -> {
              tx.store(SPECIMENS).delete(gone);
              return gone;
            });
    Keeper keeper = crm.get(Lab.class).addKeeper("keeper");
    crm.policy(
        r -> {
          if (!r.actor().id().equals("lily")) {
            return Access.allow();
          }
          return r.entity() == Keeper.class
              ? Access.deny("no keepers")
              : r.entity() == Specimen.class
                  ? Access.only(
                      LABEL.in(
                          List.of(
                              "seen 0", "seen 50", "seen 100", "seen 150", "seen 200", "seen 250")))
                  : Access.allow();
        });

    assertThat(all(crm.session("lily"), AuditSearch.everything().withLimit(4))).hasSize(6);
    assertThat(all(crm.session("boss"), AuditSearch.everything().withLimit(50)))
        .hasSize(303)
        .extracting(e -> e.subject().id())
        .contains(gone.id().value(), keeper.id().value());
  }

  @OnEveryStorage
  void the_policy_decides_who_may_search_the_audit_at_all(TestCrm crm) {
    add(crm.session("lily"), "one");
    add(crm.session("wang"), "two");
    Attribute<AuditEntry, String> by = Attribute.of(AuditEntry.class, "caller.actor", String.class);
    crm.policy(
        r -> {
          if (r.entity() != AuditEntry.class || r.actor().id().equals("boss")) {
            return Access.allow();
          }
          return r.actor().id().equals("wang")
              ? Access.only(by.eq("wang"))
              : Access.deny("not an auditor");
        });

    assertThat(all(crm.session("boss"), AuditSearch.everything())).hasSize(2);
    assertThat(all(crm.session("wang"), AuditSearch.everything())).hasSize(1);
    assertThatThrownBy(() -> all(crm.session("lily"), AuditSearch.everything()))
        .isInstanceOf(AccessDenied.class);
  }

  @OnEveryStorage
  void a_cursor_of_something_else_is_refused(TestCrm crm) {
    add(crm.session(), "one");

    assertThatThrownBy(() -> all(crm.session(), AuditSearch.everything().withAfter("nonsense")))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> AuditSearch.everything().withLimit(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
