package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.audit.AuditEntry.Operation;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.audit.AuditSearch;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.feed.FeedChange;
import io.crmkit.api.relay.DeliveryQuery;
import io.crmkit.api.relay.DurableWork;
import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Money;
import io.crmkit.core.kernel.lab.Alarm;
import io.crmkit.core.kernel.lab.Grade;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Measured;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Erasure takes personal values out of what the kernel keeps, and leaves the facts. */
@WithSetup(LabSetup.class)
class RedactionTest {

  private static final String MARK = AuditEntry.ERASED_VALUE;

  private static EntityRef ref(Specimen specimen) {
    return EntityRef.of("lab.specimen", specimen.id());
  }

  private static List<AuditEntry> history(TestCrm crm, Specimen specimen) {
    return crm.get(AuditLog.class).historyOf(ref(specimen));
  }

  private static Redaction.Done redact(CrmSession session, Redaction redaction) {
    return session.get(Lab.class).run(redaction, tx -> tx.redact(redaction));
  }

  private static Measured measured(Specimen specimen, String word) {
    return new Measured(
        specimen.id(),
        7,
        new Measured.Details(
            Money.of("1.5", "EUR"),
            Instant.EPOCH,
            LocalDate.EPOCH,
            Grade.FINE,
            List.of(Sample.of("asks for " + word + ", please"), Sample.of("Lilyvale")),
            Map.of("name", word, "other", "stays")));
  }

  private static Specimen person(CrmSession session, String name) {
    return session
        .get(Lab.class)
        .run(
            name,
            tx -> {
              Specimen added =
                  tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), name).withRemark(name));
              tx.publish(measured(added, name));
              return added;
            });
  }

  private static String kept(TestCrm crm) {
    Fingerprint all = crm.fingerprint();
    StringBuilder text = new StringBuilder();
    all.rows().forEach((table, rows) -> text.append(table).append(rows).append('\n'));
    return text.toString();
  }

  @OnEveryStorage
  void every_personal_value_goes_and_every_fact_stays(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen person = person(crm.session().because("Lily Wang called"), "Lily Wang");
    Specimen renamed = lab.save(person, person.withLabel("王丽").withTotal(5));
    lab.save(renamed, renamed.withLabel("nobody 1").withRemark(null));
    List<AuditEntry> before = history(crm, person);

    Redaction.Done done =
        redact(crm.session("officer").because("request 7"), Redaction.of(ref(person)));

    assertThat(done.auditEntries()).isEqualTo(3);
    assertThat(done.events()).isEqualTo(1);
    List<AuditEntry> after = history(crm, person);
    assertThat(after).hasSize(4);
    for (int i = 0; i < 3; i++) {
      AuditEntry was = before.get(i);
      AuditEntry is = after.get(i);
      assertThat(is.id()).isEqualTo(was.id());
      assertThat(is.times()).isEqualTo(was.times());
      assertThat(is.operation()).isEqualTo(was.operation());
      assertThat(is.subjectVersion()).isEqualTo(was.subjectVersion());
      assertThat(is.caller().actor()).isEqualTo(was.caller().actor());
      assertThat(is.changes()).extracting(FieldChange::path).isEqualTo(paths(was));
      assertThat(is.changes().stream().filter(c -> !c.personal()).toList())
          .isEqualTo(was.changes().stream().filter(c -> !c.personal()).toList());
      assertThat(is.changes().stream().filter(FieldChange::personal))
          .isNotEmpty()
          .allMatch(c -> c.before() == null || c.before().equals(MARK))
          .allMatch(c -> c.after() == null || c.after().equals(MARK));
    }
    assertThat(after.get(0).caller().reason()).isEqualTo(MARK + " called");
    AuditEntry erased = after.get(3);
    assertThat(erased.operation()).isEqualTo(Operation.ERASED);
    assertThat(erased.subjectVersion()).isEqualTo(3);
    assertThat(erased.caller().actor()).isEqualTo("officer");
    assertThat(erased.caller().reason()).isEqualTo("request 7");
    assertThat(erased.changes()).containsExactly(new FieldChange("label", MARK, MARK, true));
  }

  private static List<String> paths(AuditEntry entry) {
    return entry.changes().stream().map(FieldChange::path).toList();
  }

  @OnEveryStorage
  void an_event_is_still_delivered_without_the_values(TestCrm crm) {
    Specimen person = person(crm.session(), "Lily");
    redact(crm.session(), Redaction.of(ref(person)));
    List<Measured> told = new ArrayList<>();
    crm.setup(LabSetup.class)
        .hooks()
        .on(
            crm.tenant(),
            LabHooks.Subscriber.LATER,
            (session, envelope) -> told.add((Measured) envelope.event()));

    crm.deliver();

    assertThat(told).hasSize(1);
    Measured.Details details = told.get(0).details();
    assertThat(details).isNotNull();
    assertThat(details.words()).isEqualTo(Map.of("name", MARK, "other", "stays"));
    assertThat(details.samples())
        .extracting(Sample::code)
        .containsExactly("asks for " + MARK + ", please", "Lilyvale");
    assertThat(told.get(0).number()).isEqualTo(7);
    assertThat(details.price()).isEqualTo(Money.of("1.5", "EUR"));
  }

  @OnEveryStorage
  void errors_of_deliveries_and_kept_answers_lose_the_values_too(TestCrm crm) {
    Specimen person = person(crm.session().once("key"), "Erika Muster");
    crm.session()
        .once("other")
        .get(Lab.class)
        .run("x", tx -> List.of("about " + person.id().value() + ": Erika Muster", "else"));
    crm.setup(LabSetup.class)
        .hooks()
        .on(
            crm.tenant(),
            LabHooks.Subscriber.LATER,
            (session, envelope) -> {
              throw new IllegalStateException("cannot greet Erika Muster");
            });
    crm.deliver();
    Specimen now = crm.get(Lab.class).load(person.id());
    crm.get(Lab.class).save(now, now.withLabel("nobody 2").withRemark(null));
    assertThat(kept(crm)).contains("cannot greet Erika Muster").contains("about");

    Redaction.Done done = redact(crm.session(), Redaction.of(ref(person)));

    assertThat(done.deliveries()).isEqualTo(1);
    assertThat(done.keys()).isEqualTo(1);
    // What it was called by a name that is not declared as personal is still there, and only that.
    assertThat(kept(crm).replaceAll("\"?extras.remark\"?[^}\\]]*", ""))
        .doesNotContain("greet Erika")
        .contains("cannot greet " + MARK);
  }

  @OnEveryStorage
  void other_records_lose_only_the_subject_s_values_and_only_where_they_are_personal(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen person = person(crm.session(), "王伟");
    Specimen friend = lab.add(Specimen.of(crm.newId(), "王伟的朋友").withRemark("王伟"));
    Specimen stranger = lab.add(Specimen.of(crm.newId(), "李娜").withRemark("王伟"));
    List<AuditEntry> untouched = history(crm, stranger);

    redact(crm.session(), Redaction.of(ref(person)).alsoIn(Set.of(ref(friend))));

    AuditEntry entry = history(crm, friend).get(0);
    assertThat(entry.changes())
        .contains(
            new FieldChange("label", null, MARK + "的朋友", true),
            new FieldChange("extras.remark", null, "王伟", false));
    assertThat(history(crm, stranger)).isEqualTo(untouched);
  }

  @OnEveryStorage
  void only_who_may_delete_the_record_may_erase(TestCrm crm) {
    Specimen person = person(crm.session(), "Lily");
    Fingerprint before = crm.fingerprint();
    crm.policy(
        r ->
            switch (r.actor().id()) {
              case "blind" ->
                  r.entity() == Specimen.class ? Access.only(LABEL.eq("x")) : Access.allow();
              case "reader" ->
                  r.operation().name().equals("DELETE") ? Access.deny("no") : Access.allow();
              default -> Access.allow();
            });

    assertThatThrownBy(() -> redact(crm.session("blind"), Redaction.of(ref(person))))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> redact(crm.session("reader"), Redaction.of(ref(person))))
        .isInstanceOf(AccessDenied.class);
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void an_erasure_that_fails_later_is_undone_with_its_command(TestCrm crm) {
    Specimen person = person(crm.session(), "Lily");
    Fingerprint before = crm.fingerprint();

    assertThatThrownBy(
            () ->
                crm.get(Lab.class)
                    .run(
                        tx -> {
                          tx.redact(Redaction.of(ref(person)));
                          throw new IllegalStateException("on purpose");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void a_timer_about_the_subject_fires_without_the_values_and_others_as_they_were(TestCrm crm) {
    Specimen person = person(crm.session(), "Erika Muster");
    crm.get(Lab.class)
        .run(
            tx -> {
              Instant due = tx.now().plusSeconds(60);
              String id = person.id().value().toString();
              tx.timers().set(Alarm.key(id), due, Alarm.of("greet Erika Muster"));
              tx.timers().set(Alarm.key("other"), due, Alarm.of("greet Erika Muster"));
              return "set";
            });
    List<String> fired = new ArrayList<>();
    crm.setup(LabSetup.class)
        .hooks()
        .onAlarm(crm.tenant(), (session, timer) -> fired.add(timer.payload().toString()));

    Redaction.Done done = redact(crm.session(), Redaction.of(ref(person)));
    crm.clock().advance(Duration.ofMinutes(2));
    crm.fireDue();

    assertThat(done.timers()).isEqualTo(1);
    assertThat(fired)
        .hasSize(2)
        .anyMatch(payload -> payload.contains("greet " + MARK))
        .anyMatch(payload -> payload.contains("greet Erika Muster"));
  }

  @OnEveryStorage
  void what_an_operator_discards_leaves_no_error_in_the_audit(TestCrm crm) {
    person(crm.session(), "Erika Muster");
    crm.setup(LabSetup.class)
        .hooks()
        .on(
            crm.tenant(),
            LabHooks.Subscriber.LATER,
            (session, envelope) -> {
              throw new IllegalStateException("cannot greet Erika Muster");
            });
    crm.deliver();
    DurableWork work = crm.get(DurableWork.class);

    int discarded = work.discard(DeliveryQuery.all().to("lab.later").standing(WorkStatus.WAITING));

    assertThat(discarded).isEqualTo(1);
    assertThat(kept(crm)).doesNotContain("cannot greet");
    AuditSearch ofDeliveries = AuditSearch.everything().withEntity("kernel.delivery");
    assertThat(crm.get(AuditLog.class).search(ofDeliveries).items()).hasSize(1);
    crm.policy(
        r -> r.entity() == QueuedDelivery.class ? Access.deny("no operator") : Access.allow());
    assertThat(crm.get(AuditLog.class).search(ofDeliveries).items()).isEmpty();
  }

  @OnEveryStorage
  void readers_of_the_change_feed_are_told_that_something_was_erased(TestCrm crm) {
    Specimen person = person(crm.session(), "Lily");
    ChangeFeed feed = crm.get(ChangeFeed.class);
    String cursor = feed.now();

    redact(crm.session(), Redaction.of(ref(person)));

    assertThat(feed.read(cursor, 10).changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(FeedChange.Kind.ERASED);
              assertThat(change.subject()).isEqualTo(ref(person));
            });
    assertThat(feed.read(null, 10).changes().get(0).changes())
        .contains(new FieldChange("label", null, MARK, true));
  }

  @OnEveryStorage
  void erasing_again_finds_nothing_more(TestCrm crm) {
    Specimen person = person(crm.session(), "Lily");
    redact(crm.session(), Redaction.of(ref(person)));

    Redaction.Done again = redact(crm.session(), Redaction.of(ref(person)));

    assertThat(again).isEqualTo(new Redaction.Done(0, 0, 0, 0, 0, 0));
  }
}
