package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.KEEPER;
import static io.crmkit.core.kernel.lab.LabEntities.LOG;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.access.Access;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.ResyncRequired;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.feed.FeedChange;
import io.crmkit.api.feed.FeedChange.Kind;
import io.crmkit.api.feed.FeedPage;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.LogLine;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.core.kernel.work.KernelEntities;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The change feed: nothing is skipped, whoever commits when. */
@WithSetup(LabSetup.class)
class ChangeFeedTest {

  private static ChangeFeed feed(TestCrm crm) {
    return crm.get(ChangeFeed.class);
  }

  /** Everything behind the cursor, in small pages; the last element of the list is the cursor. */
  private static String readAll(ChangeFeed feed, String cursor, List<FeedChange> into) {
    FeedPage page;
    String at = cursor;
    do {
      page = feed.read(at, 3);
      into.addAll(page.changes());
      at = page.next();
    } while (page.more());
    return at;
  }

  private static List<FeedChange> all(TestCrm crm) {
    List<FeedChange> changes = new ArrayList<>();
    readAll(feed(crm), null, changes);
    return changes;
  }

  private static EntityRef ref(Specimen specimen) {
    return EntityRef.of("lab.specimen", specimen.id());
  }

  private static Specimen add(CrmSession session, UUID id, String label) {
    return session
        .get(Lab.class)
        .run(label, tx -> tx.store(SPECIMENS).insert(Specimen.of(id, label)));
  }

  @OnEveryStorage
  void every_write_is_told_in_order_with_its_fields_and_a_tombstone(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen one = lab.add("one");
    Specimen two = lab.save(one, one.withTotal(7));
    lab.run(
        tx -> {
          tx.store(SPECIMENS).delete(two);
          tx.store(LOG).insert(new LogLine(new TagId(tx.newId()), 0, "not audited"));
          return "deleted";
        });

    List<FeedChange> changes = all(crm);

    assertThat(changes.stream().map(FeedChange::kind))
        .containsExactly(Kind.CREATED, Kind.CHANGED, Kind.DELETED);
    assertThat(changes).allMatch(c -> c.subject().equals(ref(one)));
    assertThat(changes.stream().map(FeedChange::version)).containsExactly(1L, 2L, 2L);
    assertThat(changes.get(1).changes())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.path()).isEqualTo("measures.total");
              assertThat(c.after()).isEqualTo("7");
            });
    assertThat(changes).allMatch(c -> TestCrm.ACTOR.equals(c.actor()));
  }

  @OnEveryStorage
  void reading_goes_on_where_it_ended(TestCrm crm) {
    List<FeedChange> changes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      crm.get(Lab.class).add("early " + i);
    }
    String cursor = readAll(feed(crm), null, changes);
    assertThat(changes).hasSize(5);

    assertThat(feed(crm).read(cursor, 10).changes()).isEmpty();
    assertThat(feed(crm).read(cursor, 10).next()).isEqualTo(cursor);
    assertThat(feed(crm).now()).isEqualTo(cursor);
    crm.get(Lab.class).add("late");
    FeedPage page = feed(crm).read(cursor, 10);

    assertThat(page.changes()).hasSize(1);
    assertThat(page.more()).isFalse();
    assertThat(feed(crm).read(feed(crm).now(), 10).changes()).isEmpty();
  }

  @OnEveryStorage
  void one_large_command_is_read_in_pieces(TestCrm crm) {
    crm.get(Lab.class)
        .run(
            tx -> {
              List<Specimen> many = new ArrayList<>();
              for (int i = 0; i < 2_300; i++) {
                many.add(Specimen.of(tx.newId(), "many " + i));
              }
              tx.store(SPECIMENS).insertAll(many);
              return "done";
            });
    Set<UUID> seen = new HashSet<>();
    String cursor = null;
    FeedPage page;
    do {
      page = feed(crm).read(cursor, 700);
      assertThat(page.changes().size()).isLessThanOrEqualTo(700);
      page.changes().forEach(c -> assertThat(seen.add(c.subject().id())).isTrue());
      cursor = page.next();
    } while (page.more());

    assertThat(seen).hasSize(2_300);
  }

  @OnEveryStorage
  void a_transaction_that_began_first_and_committed_last_is_not_skipped(TestCrm crm) {
    UUID early = crm.newId();
    UUID late = crm.newId();
    List<FeedChange> changes = new ArrayList<>();
    String cursor;
    try (CrmTransaction first = crm.crm().begin()) {
      add(crm.session().join(first), early, "began first");
      try (CrmTransaction second = crm.crm().begin()) {
        add(crm.session().join(second), late, "committed first");
        second.commit();
      }
      cursor = readAll(feed(crm), null, changes);
      assertThat(changes.stream().map(c -> c.subject().id())).containsExactly(late);
      first.commit();
    }

    changes.clear();
    readAll(feed(crm), cursor, changes);

    assertThat(changes.stream().map(c -> c.subject().id())).containsExactly(early);
  }

  @OnEveryStorage
  void what_is_rolled_back_is_never_told(TestCrm crm) {
    try (CrmTransaction host = crm.crm().begin()) {
      add(crm.session().join(host), crm.newId(), "never");
      assertThat(feed(crm).read(null, 10).changes()).isEmpty();
      host.rollback();
    }
    assertThatThrownBy(
            () ->
                crm.session()
                    .transaction(
                        s -> {
                          add(s, crm.newId(), "kept");
                          assertThatThrownBy(
                                  () ->
                                      s.get(Lab.class)
                                          .run(
                                              tx -> {
                                                tx.store(SPECIMENS)
                                                    .insert(Specimen.of(tx.newId(), "undone"));
                                                throw new IllegalStateException("on purpose");
                                              }))
                              .isInstanceOf(IllegalStateException.class);
                          add(s, crm.newId(), "kept, too");
                          throw new IllegalArgumentException("all of it");
                        }))
        .isInstanceOf(IllegalArgumentException.class);
    crm.session()
        .transaction(
            s -> {
              assertThatThrownBy(
                      () ->
                          s.get(Lab.class)
                              .run(
                                  tx -> {
                                    tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "undone"));
                                    throw new IllegalStateException("on purpose");
                                  }))
                  .isInstanceOf(IllegalStateException.class);
              return add(s, crm.newId(), "stays");
            });

    assertThat(all(crm))
        .singleElement()
        .satisfies(c -> assertThat(c.changes()).anyMatch(f -> "stays".equals(f.after())));
  }

  @OnEveryStorage
  void races_of_writers_and_readers_lose_nothing_and_keep_each_record_s_order(TestCrm crm) {
    int writers = 4;
    int commands = 12;
    List<Specimen> shared = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      shared.add(crm.get(Lab.class).add("shared " + i));
    }
    List<FeedChange> read = java.util.Collections.synchronizedList(new ArrayList<>());
    AtomicInteger running = new AtomicInteger(writers);

    Race<String> race =
        Race.of(
            writers + 1,
            i -> {
              if (i == writers) {
                String cursor = null;
                do {
                  cursor = readAll(feed(crm), cursor, read);
                } while (running.get() > 0);
                return readAll(feed(crm), cursor, read);
              }
              try {
                for (int n = 0; n < commands; n++) {
                  write(crm, shared.get((i + n) % shared.size()), i + "-" + n);
                }
                return "written";
              } finally {
                running.decrementAndGet();
              }
            });

    race.allWon();
    List<AuditEntry> audited =
        crm.get(Lab.class).read(tx -> tx.store(KernelEntities.AUDIT).all(Criteria.all()));
    assertThat(read).hasSameSizeAs(audited);
    Map<EntityRef, Long> versions = new HashMap<>();
    for (FeedChange change : read) {
      long before = versions.getOrDefault(change.subject(), 0L);
      assertThat(change.version()).as(change.toString()).isEqualTo(before + 1);
      versions.put(change.subject(), change.version());
    }
    shared.forEach(
        s -> assertThat(versions.get(ref(s))).isEqualTo(crm.get(Lab.class).load(s.id()).version()));
  }

  /** Two writes in one transaction that may take a while, tried again after a lost race. */
  private static void write(TestCrm crm, Specimen shared, String label) {
    crm.get(Lab.class)
        .run(
            label,
            tx -> {
              tx.lock(SPECIMENS, List.of(shared.id()));
              Specimen before = tx.store(SPECIMENS).get(shared.id());
              tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "of " + label));
              return tx.store(SPECIMENS)
                  .save(before, before.withTotal(before.measures().total() + 1));
            });
  }

  @OnEveryStorage
  void what_somebody_may_not_see_he_is_not_told(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Keeper lily = lab.addKeeper("lily");
    Keeper tom = lab.addKeeper("tom");
    Specimen hers =
        lab.run(
            tx ->
                tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "hers").withKeeper(lily.id())));
    Specimen his =
        lab.run(
            tx -> tx.store(SPECIMENS).insert(Specimen.of(tx.newId(), "his").withKeeper(tom.id())));
    crm.policy(
        request ->
            request.actor().id().equals("lily") && request.entity() == Specimen.class
                ? Access.only(KEEPER.eq(lily.id()))
                : request.actor().id().equals("eve") ? Access.deny("no") : Access.allow());
    ChangeFeed herFeed = crm.session("lily").get(ChangeFeed.class);
    List<FeedChange> changes = new ArrayList<>();
    String cursor = readAll(herFeed, null, changes);
    assertThat(specimens(changes)).containsExactly("CREATED " + hers.id());

    Specimen gone = lab.save(hers, hers.withKeeper(tom.id()));
    lab.save(his, his.withTotal(5));
    changes.clear();
    cursor = readAll(herFeed, cursor, changes);
    assertThat(specimens(changes)).containsExactly("WITHDRAWN " + hers.id());
    assertThat(changes).allMatch(c -> c.changes().isEmpty() && c.actor() == null);

    lab.run(
        tx -> {
          tx.store(SPECIMENS).delete(gone);
          return "deleted";
        });
    changes.clear();
    readAll(herFeed, cursor, changes);
    assertThat(specimens(changes)).containsExactly("DELETED " + hers.id());
    assertThat(changes.get(0).changes()).isEmpty();

    List<FeedChange> nothing = new ArrayList<>();
    readAll(crm.session("eve").get(ChangeFeed.class), null, nothing);
    assertThat(nothing).isEmpty();
  }

  private static List<String> specimens(List<FeedChange> changes) {
    return changes.stream()
        .filter(c -> c.subject().entity().equals("lab.specimen"))
        .map(c -> c.kind() + " " + new SpecimenId(c.subject().id()))
        .toList();
  }

  @OnEveryStorage
  void what_is_not_kept_any_more_asks_for_a_full_read(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen one = lab.add("one");
    String old = feed(crm).now();
    lab.add("two");
    crm.clock().advance(Duration.ofDays(31));
    lab.add("three");

    assertThatThrownBy(() -> feed(crm).read(old, 10)).isInstanceOf(ResyncRequired.class);
    List<FeedChange> kept = all(crm);
    assertThat(kept)
        .singleElement()
        .satisfies(c -> assertThat(c.changes()).anyMatch(f -> "three".equals(f.after())));
    assertThat(crm.get(AuditLog.class).historyOf(ref(one))).as("the audit stays").hasSize(1);
    assertThat(feed(crm).read(feed(crm).now(), 10).changes()).isEmpty();
  }

  @OnEveryStorage
  void what_is_no_cursor_is_refused(TestCrm crm) {
    crm.get(Lab.class).add("one");
    for (String text : List.of("", "nonsense", "1 1 1", "MSAtNSAw")) {
      assertThatThrownBy(() -> feed(crm).read(text, 10)).isInstanceOf(InvalidInput.class);
    }
    assertThatThrownBy(() -> feed(crm).read(null, 0)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> feed(crm).read(null, 1_001)).isInstanceOf(InvalidInput.class);
    TestCrm other = crm.otherTenant();
    String ahead = feed(crm).now();
    assertThatThrownBy(() -> feed(other).read(ahead, 10)).isInstanceOf(ResyncRequired.class);
  }

  @OnEveryStorage
  void tenants_have_feeds_of_their_own(TestCrm crm) {
    TestCrm other = crm.otherTenant();
    crm.get(Lab.class).add("mine");
    other.get(Lab.class).add("theirs");

    assertThat(all(crm)).hasSize(1);
    assertThat(all(other)).hasSize(1);
  }
}
