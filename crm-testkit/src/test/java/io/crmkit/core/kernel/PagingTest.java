package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.REMARK;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.core.kernel.lab.LabEntities.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.value.EntityId;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Pages are cut by key. */
@WithSetup(LabSetup.class)
class PagingTest {

  private static final Attribute<Specimen, Instant> SEEN_AT =
      Attribute.of(Specimen.class, "extras.times.seenAt", Instant.class);

  private static final Attribute<Specimen, BigDecimal> RATIO =
      Attribute.of(Specimen.class, "measures.ratio", BigDecimal.class);

  /** Rows with many equal and absent values. */
  private static List<Specimen> rows(TestCrm crm, int count) {
    Random random = crm.random();
    return crm.get(Lab.class)
        .run(
            tx -> {
              List<Specimen> all = new ArrayList<>();
              for (int i = 0; i < count; i++) {
                Specimen plain =
                    Specimen.of(new UUID(random.nextLong(), random.nextLong()), "label " + i)
                        .withTotal(random.nextInt(4))
                        .withRatio(random.nextInt(3) + ".50")
                        .withSamples(Sample.of("x" + i), Sample.of("y"));
                Specimen row =
                    switch (random.nextInt(3)) {
                      case 0 -> plain;
                      case 1 -> plain.withRemark("r\n" + random.nextInt(3));
                      default -> plain.withSeenAt(Instant.ofEpochSecond(random.nextInt(3), 1000));
                    };
                all.add(tx.store(SPECIMENS).insert(row));
              }
              return all;
            });
  }

  private static Page<Specimen> page(Lab lab, Query<Specimen> query) {
    return lab.read(tx -> tx.store(SPECIMENS).page(query));
  }

  private static List<Specimen> turned(Lab lab, Query<Specimen> query) {
    List<Specimen> all = new ArrayList<>();
    String next = null;
    do {
      Page<Specimen> page = page(lab, query.after(next));
      all.addAll(page.items());
      assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
      next = page.next();
    } while (next != null);
    return all;
  }

  @OnEveryStorage
  void pages_put_together_are_the_whole_in_every_order(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    rows(crm, 41);
    List<List<Order<Specimen>>> orders =
        List.of(
            List.of(),
            List.of(REMARK.ascending()),
            List.of(REMARK.descending()),
            List.of(SEEN_AT.descending(), TOTAL.ascending()),
            List.of(RATIO.ascending(), REMARK.descending(), TOTAL.descending()),
            List.of(LABEL.descending()));
    for (List<Order<Specimen>> order : orders) {
      Query<Specimen> query = new Query<>(Criteria.all(), order, 1000, null);
      List<Specimen> whole = page(lab, query).items();

      assertThat(whole).hasSize(41);
      assertThat(turned(lab, query.limit(7))).as("order %s", order).isEqualTo(whole);
      assertThat(turned(lab, query.limit(41))).isEqualTo(whole);
    }
  }

  @OnEveryStorage
  void the_last_page_says_so(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    assertThat(page(lab, Query.everything()).next()).isNull();
    rows(crm, 4);

    assertThat(page(lab, Query.<Specimen>everything().limit(4)).next()).isNull();
    assertThat(page(lab, Query.<Specimen>everything().limit(3)).next()).isNotNull();
  }

  @OnEveryStorage
  void rows_added_and_removed_meanwhile_shift_nothing(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (int i = 0; i < 10; i++) {
      lab.add("m" + i);
    }
    Query<Specimen> query = Query.<Specimen>everything().orderBy(LABEL.ascending()).limit(5);
    Page<Specimen> first = page(lab, query);

    lab.add("a before");
    lab.add("m2 and a half");
    lab.add("z after");
    Specimen seen = first.items().get(0);
    lab.run(
        tx -> {
          tx.store(SPECIMENS).delete(seen);
          return seen;
        });
    Page<Specimen> second = page(lab, query.limit(100).after(first.next()));

    assertThat(second.items())
        .extracting(Specimen::label)
        .containsExactly("m5", "m6", "m7", "m8", "m9", "z after");
  }

  @OnEveryStorage
  void a_cursor_that_was_tampered_with_is_malformed_input(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    rows(crm, 9);
    Query<Specimen> query =
        Query.<Specimen>everything().orderBy(SEEN_AT.ascending(), RATIO.ascending()).limit(3);
    String cursor = page(lab, query).next();
    String decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    List<String> bad =
        List.of(
            "",
            "x",
            "!!!",
            cursor.substring(1),
            cursor.substring(0, cursor.length() / 2),
            cursor + cursor,
            encoded("nonsense"),
            encoded(decoded.replace("seenAt", "label")),
            encoded(decoded + "\nmore"),
            encoded(decoded.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}", "not-a-uuid")));
    for (String forged : bad) {
      assertThatThrownBy(() -> page(lab, query.after(forged)))
          .as("cursor '%s'", forged)
          .isInstanceOf(InvalidInput.class);
    }
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @OnEveryStorage
  void a_cursor_of_another_order_is_malformed_input(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    rows(crm, 9);
    Query<Specimen> up = Query.<Specimen>everything().orderBy(TOTAL.ascending()).limit(3);
    Query<Specimen> down = Query.<Specimen>everything().orderBy(TOTAL.descending()).limit(3);
    String cursor = page(lab, up).next();

    assertThatThrownBy(() -> page(lab, down.after(cursor))).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> page(lab, Query.<Specimen>everything().after(cursor)))
        .isInstanceOf(InvalidInput.class);
  }

  @OnEveryStorage
  void chunks_bring_every_match_once_in_the_order_of_ids(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    rows(crm, 23);
    List<Specimen> all = lab.read(tx -> tx.store(SPECIMENS).all(TOTAL.lessThan(3L)));

    List<Specimen> chunked = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    lab.read(
        tx -> {
          tx.store(SPECIMENS)
              .forEachChunk(
                  TOTAL.lessThan(3L),
                  5,
                  chunk -> {
                    sizes.add(chunk.size());
                    chunked.addAll(chunk);
                  });
          return sizes;
        });

    assertThat(chunked).isEqualTo(all);
    assertThat(sizes).allMatch(size -> size >= 1 && size <= 5);
  }

  @OnEveryStorage
  void rows_can_be_changed_while_chunks_are_read(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    rows(crm, 12);

    lab.run(
        tx -> {
          tx.store(SPECIMENS)
              .forEachChunk(
                  Criteria.all(),
                  5,
                  chunk ->
                      chunk.forEach(
                          s ->
                              tx.store(SPECIMENS).save(s, s.withTotal(s.measures().total() + 10))));
          return "done";
        });

    List<Specimen> after = lab.read(tx -> tx.store(SPECIMENS).all(TOTAL.atLeast(10L)));
    assertThat(after).hasSize(12).allMatch(s -> s.version() == 2 && s.measures().total() < 20);
  }

  @OnEveryStorage
  void many_ids_are_found_at_once(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List<Specimen> all = rows(crm, 30);
    List<EntityId> wanted = new ArrayList<>(all.stream().map(Specimen::id).toList());
    wanted.add(all.get(0).id());
    for (int i = 0; i < 2500; i++) {
      wanted.add(new SpecimenId(crm.newId()));
    }

    List<Specimen> found = lab.read(tx -> tx.store(SPECIMENS).findAll(wanted));

    assertThat(found).hasSize(30);
    assertThat(new HashSet<>(found)).isEqualTo(new HashSet<>(all));
    assertThat(lab.<List<Specimen>>read(tx -> tx.store(SPECIMENS).findAll(List.of()))).isEmpty();
  }
}
