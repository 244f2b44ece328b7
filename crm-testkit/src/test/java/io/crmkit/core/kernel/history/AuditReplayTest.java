package io.crmkit.core.kernel.history;

import static io.crmkit.core.kernel.lab.LabEntities.KEEPERS;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.core.kernel.lab.LabEntities.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.audit.AuditSearch;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.KeeperId;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.RandomSpecimens;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.Tag;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Change;
import io.crmkit.testkit.AuditReplay;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;

/**
 * Random commands, alone and in groups, failing ones among them: the audit alone tells what every
 * record was at each of its versions.
 */
@WithSetup(LabSetup.class)
class AuditReplayTest {

  private static final int COMMANDS = 80;

  /** What every record was, noted as commands answered it. */
  private static final class Notes {

    final Map<EntityRef, List<SortedMap<String, String>>> states = new LinkedHashMap<>();
    final Map<EntityRef, Object> living = new LinkedHashMap<>();

    <E> void wrote(Entity<E> entity, EntityId id, E row) {
      EntityRef ref = EntityRef.of(entity.name(), id);
      SortedMap<String, String> flat = AuditReplay.flat(entity, row);
      List<SortedMap<String, String>> known =
          states.computeIfAbsent(ref, r -> new ArrayList<>());
      // What equals what is there is not written again.
      if (known.isEmpty() || !known.get(known.size() - 1).equals(flat)) {
        known.add(flat);
      }
      living.put(ref, row);
    }

    <E> List<E> living(Class<E> type) {
      return living.values().stream().filter(type::isInstance).map(type::cast).toList();
    }
  }

  private Notes notes = new Notes();
  private Random random = new Random(0);

  private void specimen(Specimen row) {
    notes.wrote(SPECIMENS, row.id(), row);
  }

  private void command(TestCrm crm, Lab lab) {
    List<Specimen> specimens = notes.living(Specimen.class);
    switch (specimens.isEmpty() ? 0 : random.nextInt(9)) {
      case 0 -> specimen(lab.add(RandomSpecimens.next(random, crm.newId())));
      case 1 -> addMany(crm, lab);
      case 2, 3 -> change(lab, specimens.get(random.nextInt(specimens.size())));
      case 4 -> changeMany(lab, specimens);
      case 5 -> delete(lab, specimens.get(random.nextInt(specimens.size())));
      case 6 -> fail(lab, specimens.get(random.nextInt(specimens.size())));
      case 7 -> keeper(crm, lab);
      default -> tag(crm, lab, specimens.get(random.nextInt(specimens.size())));
    }
  }

  private void addMany(TestCrm crm, Lab lab) {
    List<Specimen> many = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      many.add(RandomSpecimens.next(random, crm.newId()));
    }
    lab.run("many", tx -> tx.store(SPECIMENS).insertAll(many)).forEach(this::specimen);
  }

  private void change(Lab lab, Specimen before) {
    Specimen after =
        random.nextInt(4) == 0 ? before : RandomSpecimens.changed(random, before);
    specimen(lab.save(before, after));
  }

  private void changeMany(Lab lab, List<Specimen> specimens) {
    List<Change<Specimen>> changes =
        specimens.stream()
            .limit(4)
            .map(s -> Change.of(s, RandomSpecimens.changed(random, s)))
            .toList();
    lab.run("all", tx -> tx.store(SPECIMENS).saveAll(changes)).forEach(this::specimen);
  }

  private void delete(Lab lab, Specimen specimen) {
    if (notes.living(Tag.class).stream().anyMatch(t -> t.specimen().equals(specimen.id()))) {
      return; // Its tags would be left without it.
    }
    lab.run(
        "delete",
        tx -> {
          tx.store(SPECIMENS).delete(specimen);
          return "done";
        });
    notes.living.remove(EntityRef.of("lab.specimen", specimen.id()));
  }

  /** Leaves nothing, in the audit neither. */
  private void fail(Lab lab, Specimen before) {
    assertThatThrownBy(
            () ->
                lab.run(
                    "fail",
                    tx -> {
                      tx.store(SPECIMENS).save(before, RandomSpecimens.changed(random, before));
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
  }

  private void keeper(TestCrm crm, Lab lab) {
    String word = "k" + random.nextInt(1_000);
    List<Keeper> keepers = notes.living(Keeper.class);
    Keeper kept =
        lab.run(
            word,
            tx ->
                keepers.isEmpty() || random.nextBoolean()
                    ? tx.store(KEEPERS)
                        .insert(new Keeper(new KeeperId(tx.newId()), 0, word, null))
                    : tx.store(KEEPERS).save(keepers.get(0), keepers.get(0).withCity(word)));
    notes.wrote(KEEPERS, kept.id(), kept);
  }

  /** Two records in one command, one of them twice. */
  private void tag(TestCrm crm, Lab lab, Specimen specimen) {
    List<Specimen> saved = new ArrayList<>();
    Tag tag =
        lab.run(
            "tag",
            tx -> {
              saved.clear();
              saved.add(
                  tx.store(SPECIMENS)
                      .save(specimen, RandomSpecimens.changed(random, specimen)));
              saved.add(
                  tx.store(SPECIMENS)
                      .save(saved.get(0), saved.get(0).withTotal(random.nextLong(1_000))));
              return tx.store(TAGS)
                  .insert(new Tag(new TagId(tx.newId()), 0, specimen.id(), "word"));
            });
    saved.forEach(this::specimen);
    notes.wrote(TAGS, tag.id(), tag);
  }

  @OnEveryStorage
  void replaying_the_audit_gives_every_version_of_every_record(TestCrm crm) {
    notes = new Notes();
    random = crm.random();
    for (int i = 0; i < COMMANDS; i++) {
      if (i % 10 == 9) {
        crm.joined(
            session -> {
              command(crm, session.get(Lab.class));
              command(crm, session.get(Lab.class));
              return "done";
            });
      } else {
        command(crm, crm.get(Lab.class));
      }
    }

    assertThat(notes.states).hasSizeGreaterThan(20);
    assertThat(notes.states.values()).anyMatch(states -> states.size() > 3);
    AuditLog audit = crm.get(AuditLog.class);
    notes.states.forEach(
        (ref, states) ->
            assertThat(AuditReplay.states(audit.historyOf(ref))).as("%s", ref).isEqualTo(states));
    assertThat(subjects(audit)).isEqualTo(notes.states.keySet());
  }

  /** Nothing else has an audit. */
  private static Set<EntityRef> subjects(AuditLog audit) {
    Set<EntityRef> subjects = new HashSet<>();
    AuditSearch search = AuditSearch.everything().withLimit(1_000);
    Page<AuditEntry> page = audit.search(search);
    page.items().forEach(entry -> subjects.add(entry.subject()));
    while (page.next() != null) {
      page = audit.search(search.withAfter(page.next()));
      page.items().forEach(entry -> subjects.add(entry.subject()));
    }
    return subjects;
  }
}
