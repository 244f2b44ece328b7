package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.NOTES;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.core.kernel.lab.LabEntities.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.audit.AuditEntry.Operation;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.feed.FeedChange;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabReason;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Note;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.Tag;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Erasure reaches the texts of records in which, as they declare, people may be named. */
@WithSetup(LabSetup.class)
class RedactionOfRecordsTest {

  private static final String MARK = AuditEntry.ERASED_VALUE;

  private static EntityRef ref(Specimen specimen) {
    return EntityRef.of("lab.specimen", specimen.id());
  }

  private static EntityRef ref(Tag tag) {
    return EntityRef.of("lab.tag", tag.id());
  }

  private static Redaction.Done redact(TestCrm crm, Redaction redaction) {
    return crm.get(Lab.class).run(redaction, tx -> tx.redact(redaction));
  }

  private static Note note(TestCrm crm, Specimen on, String line, Note.Saying saying) {
    return crm.get(Lab.class)
        .run(
            line,
            tx ->
                tx.store(NOTES).insert(new Note(new TagId(tx.newId()), 0, on.id(), line, saying)));
  }

  private static Tag tag(TestCrm crm, Specimen on, String word) {
    return crm.get(Lab.class)
        .run(word, tx -> tx.store(TAGS).insert(new Tag(new TagId(tx.newId()), 0, on.id(), word)));
  }

  private static List<Note> notes(TestCrm crm) {
    return crm.get(Lab.class).read(tx -> tx.store(NOTES).all(Criteria.all()));
  }

  @OnEveryStorage
  void a_log_that_is_only_ever_added_to_loses_the_values_of_its_owner(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen person = lab.add("Erika Muster");
    Specimen stranger = lab.add("somebody else");
    Note own =
        note(crm, person, "told Erika Muster so", new Note.Said("hers, Erika Muster's", "x"));
    Note clean = note(crm, person, "nobody is named", new Note.Counted(3));
    Note others = note(crm, stranger, "met Erika Muster", new Note.Counted(1));

    Redaction.Done done = redact(crm, Redaction.of(ref(person)));

    assertThat(done.records()).isEqualTo(1);
    assertThat(notes(crm))
        .containsExactlyInAnyOrder(
            new Note(
                own.id(),
                2,
                person.id(),
                "told " + MARK + " so",
                new Note.Said("hers, " + MARK + "'s", "x")),
            clean,
            others);
  }

  @OnEveryStorage
  void what_is_owned_by_a_record_named_beside_the_subject_is_looked_through(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen person = lab.add("Erika Muster");
    Specimen company = lab.add("a company");
    note(crm, company, "Erika Muster called", new Note.Counted(1));

    Redaction.Done done = redact(crm, Redaction.of(ref(person)).alsoIn(Set.of(ref(company))));

    assertThat(done.records()).isEqualTo(1);
    assertThat(notes(crm)).extracting(Note::line).containsExactly(MARK + " called");
  }

  @OnEveryStorage
  void records_that_can_be_changed_lose_them_by_an_audited_change(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen person = lab.add("Erika Muster");
    Tag tag = tag(crm, person, "is Erika Muster");
    ChangeFeed feed = crm.get(ChangeFeed.class);
    String cursor = feed.now();

    redact(crm, Redaction.of(ref(person)));

    Tag now = lab.read(tx -> tx.store(TAGS).get(tag.id()));
    assertThat(now).isEqualTo(new Tag(tag.id(), 2, person.id(), "is " + MARK));
    List<AuditEntry> history = crm.get(AuditLog.class).historyOf(ref(tag));
    assertThat(history)
        .extracting(AuditEntry::operation, AuditEntry::subjectVersion)
        .containsExactly(tuple(Operation.CREATED, 1L), tuple(Operation.ERASED, 2L));
    assertThat(history.get(0).changes())
        .contains(new FieldChange("word", null, "is " + MARK, false));
    assertThat(history.get(1).changes()).containsExactly(new FieldChange("word", MARK, MARK, true));
    assertThat(feed.read(cursor, 10).changes())
        .extracting(FeedChange::kind, FeedChange::subject)
        .containsExactlyInAnyOrder(
            tuple(FeedChange.Kind.ERASED, ref(person)), tuple(FeedChange.Kind.ERASED, ref(tag)));
    assertThatThrownBy(
            () -> lab.run(tx -> tx.store(TAGS).save(tag, tag.withWord("is Erika Muster again"))))
        .isInstanceOf(StaleVersion.class);
    Tag later = lab.run(tx -> tx.store(TAGS).save(now, now.withWord("is gone")));
    assertThat(later.version()).isEqualTo(3);
  }

  @OnEveryStorage
  void the_subject_itself_is_told_of_once_with_all_that_was_erased(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen person =
        lab.run(
            tx -> {
              Specimen bare = Specimen.of(tx.newId(), "Erika Muster");
              return tx.store(SPECIMENS)
                  .insert(
                      new Specimen(
                          bare.id(),
                          0,
                          bare.label(),
                          bare.measures(),
                          bare.extras(),
                          bare.links(),
                          List.of(Sample.of("x"), Sample.of("of Erika Muster")),
                          Map.of("by", "Erika Muster")));
            });

    redact(crm, Redaction.of(ref(person)));

    Specimen now = lab.load(person.id());
    assertThat(now.version()).isEqualTo(2);
    assertThat(now.label()).isEqualTo("Erika Muster");
    assertThat(now.samples()).extracting(Sample::code).containsExactly("x", "of " + MARK);
    assertThat(now.notes()).isEqualTo(Map.of("by", MARK));
    List<AuditEntry> history = crm.get(AuditLog.class).historyOf(ref(person));
    assertThat(history).hasSize(2);
    assertThat(history.get(1).subjectVersion()).isEqualTo(2);
    assertThat(history.get(1).changes())
        .extracting(FieldChange::path)
        .containsExactly("label", "notes", "samples[1].code");
    assertThat(history.get(0).changes())
        .contains(new FieldChange("samples[1].code", null, "of " + MARK, false));
  }

  @OnEveryStorage
  void a_text_that_is_as_long_as_its_column_loses_its_end_rather_than_the_erasure(TestCrm crm) {
    Specimen person = crm.get(Lab.class).add("王丽");
    String line = "王丽 and 王丽, " + "x".repeat(29);
    assertThat(line).hasSize(40);
    note(crm, person, line, new Note.Counted(1));
    String reason = "王丽 " + "y".repeat(1997);
    crm.session().because(reason).get(Lab.class).run(tx -> tag(tx, person));

    redact(crm, Redaction.of(ref(person)));

    String erased = notes(crm).get(0).line();
    assertThat(erased).startsWith(MARK + " and " + MARK + ", xxx").doesNotContain("王丽");
    assertThat(erased.length()).isIn(40, 52);
  }

  private static Tag tag(Tx tx, Specimen on) {
    return tx.store(TAGS).insert(new Tag(new TagId(tx.newId()), 0, on.id(), "word"));
  }

  @OnEveryStorage
  void a_document_can_be_read_after_somebody_was_erased_who_is_called_like_a_kind(TestCrm crm) {
    Specimen person = crm.get(Lab.class).add("Said");
    note(crm, person, "Said said", new Note.Said("Said", "Said"));

    redact(crm, Redaction.of(ref(person)));

    assertThat(notes(crm))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.line()).isEqualTo(MARK + " said");
              assertThat(note.saying()).isEqualTo(new Note.Said(MARK, MARK));
            });
  }

  private record Line(TagId id, long version, String word, int count) {}

  private static List<String> faultsOf(String path) {
    return new ModelRegistry()
        .add(
            Entity.of(Line.class, "lab.line", "crm_lab_line")
                .unique(LabReason.LABEL_TAKEN, "word")
                .mentionsPeopleIn(path)
                .publicToTenant());
  }

  @Test
  void only_texts_that_nothing_depends_on_can_be_declared() {
    assertThat(faultsOf("count"))
        .containsExactly("lab.line cannot name people in count, which is no text of its own");
    assertThat(faultsOf("word"))
        .containsExactly("lab.line cannot name people in word, which is part of a unique key");
    assertThat(faultsOf("absent")).containsExactly("lab.line has no attribute absent");
  }
}
