package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.REMARK;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabQueries;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Where databases' types differ, nobody shall notice. Times are in {@link TimeTrapTest}. */
@WithSetup(LabSetup.class)
class TypeTrapTest {

  /** Each pair is one and the same to some collation. */
  private static final List<String> LOOK_ALIKES =
      List.of(
          "a", "A", "a ", "a  ", " a", "a\u00a0", "a\t", "á", "a\u0301", "ａ", "Straße", "Strasse",
          "STRASSE", "ﬁn", "fin", "ı", "i", "I", "İ", "中国", "中國", "重庆", "重慶", "吉", "𠮷", "😀", "😁",
          "か", "カ", "ｶ");

  private static final List<String> WILDCARDS =
      List.of(
          "%",
          "_", "!", "\\", "!%", "\\%", "\\_", "a%b", "a_b", "a!b", "a\\b", "axb", "'", "''", "\"",
          "`", "[a]", "*", "?", "$1", "${x}", ":x", "--", "/*", ";");

  private static List<String> labels(TestCrm crm, Criteria<Specimen> where) {
    return crm.get(Lab.class)
        .read(tx -> tx.store(SPECIMENS).all(where).stream().map(Specimen::label).toList());
  }

  private static List<String> matching(List<String> all, Predicate<String> predicate) {
    return all.stream().filter(predicate).toList();
  }

  private static void addAll(TestCrm crm, List<String> labels) {
    labels.forEach(label -> crm.get(Lab.class).add(label));
  }

  @OnEveryStorage
  void texts_that_look_alike_are_different_keys_and_are_found_one_by_one(TestCrm crm) {
    addAll(crm, LOOK_ALIKES);

    for (String text : LOOK_ALIKES) {
      assertThat(labels(crm, LABEL.eq(text))).as("'%s'", text).containsExactly(text);
      assertThat(labels(crm, Criteria.startsWith(LABEL, text)))
          .as("what starts with '%s'", text)
          .containsExactlyInAnyOrderElementsOf(matching(LOOK_ALIKES, t -> t.startsWith(text)));
      assertThat(labels(crm, Criteria.contains(LABEL, text)))
          .as("what contains '%s'", text)
          .containsExactlyInAnyOrderElementsOf(matching(LOOK_ALIKES, t -> t.contains(text)));
    }
  }

  @OnEveryStorage
  void wildcards_quotes_and_escapes_stand_for_themselves(TestCrm crm) {
    addAll(crm, WILDCARDS);

    for (String text : WILDCARDS) {
      assertThat(labels(crm, Criteria.startsWith(LABEL, text)))
          .as("what starts with '%s'", text)
          .containsExactlyInAnyOrderElementsOf(matching(WILDCARDS, t -> t.startsWith(text)));
      assertThat(labels(crm, Criteria.contains(LABEL, text)))
          .as("what contains '%s'", text)
          .containsExactlyInAnyOrderElementsOf(matching(WILDCARDS, t -> t.contains(text)));
    }
  }

  @OnEveryStorage
  void an_empty_text_is_a_text(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    lab.add("");
    Specimen empty = lab.add(Specimen.of(crm.newId(), "empty").withRemark(""));
    Specimen blank = lab.add(Specimen.of(crm.newId(), "blank").withRemark(" "));
    lab.add("absent");

    assertThat(lab.load(empty.id())).isEqualTo(empty);
    assertThat(lab.load(blank.id())).isEqualTo(blank);
    assertThat(labels(crm, LABEL.eq(""))).containsExactly("");
    assertThat(labels(crm, REMARK.eq(""))).containsExactly("empty");
    assertThat(labels(crm, REMARK.present())).containsExactlyInAnyOrder("empty", "blank");
    assertThat(labels(crm, Criteria.not(REMARK.eq(""))))
        .containsExactlyInAnyOrder("", "blank", "absent");
  }

  /** A key is decided by all of it, up to the limit of its column. */
  @OnEveryStorage
  void keys_of_full_length_differ_in_their_last_letter(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    String chinese = "鉴".repeat(199);
    String emoji = "😀".repeat(99);

    addAll(crm, List.of(chinese + "一", chinese + "二", emoji + "😀", emoji + "😁"));

    assertThat(labels(crm, LABEL.eq(chinese + "二"))).containsExactly(chinese + "二");
    assertThat(labels(crm, LABEL.eq(emoji + "😁"))).containsExactly(emoji + "😁");
    if (crm.dataSource().isPresent()) {
      assertInvalid(() -> lab.add(chinese + "一二"), "label");
    }
  }

  @OnEveryStorage
  void a_text_and_a_document_hold_more_than_64_kilobytes(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    String text = "长文本 😀 ".repeat(20_000);
    Map<String, String> notes = Map.of("long", text, "😀", "中文");

    Specimen added = lab.add(Specimen.of(crm.newId(), "long").withRemark(text).withNotes(notes));

    assertThat(lab.load(added.id())).isEqualTo(added);
    assertThat(labels(crm, Criteria.contains(REMARK, "本 😀"))).containsExactly("long");
  }

  @OnEveryStorage
  void a_document_is_stored_as_json_that_others_can_read(TestCrm crm) throws Exception {
    Map<String, String> notes =
        Map.of(
            "quote", "she said \"yes\"",
            "looks like json", "{\"a\": [1, 2]}",
            "null", "null",
            "number", "01.50",
            "back\\slash", "\\n \n \t",
            "emoji 😀", "中文 𠮷",
            "empty", "");

    Specimen added = crm.get(Lab.class).add(Specimen.of(crm.newId(), "notes").withNotes(notes));

    assertThat(crm.get(Lab.class).load(added.id()).notes()).isEqualTo(notes);
    if (crm.dataSource().isPresent()) {
      assertThat(
              new ObjectMapper()
                  .readValue(stored(crm, added.id()), new TypeReference<Map<String, String>>() {}))
          .isEqualTo(notes);
    }
  }

  private static String stored(TestCrm crm, SpecimenId id) throws Exception {
    try (Connection connection = crm.dataSource().orElseThrow().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select notes from crm_lab_specimen where tenant_id = ? and id = ?")) {
      statement.setString(1, crm.tenant().value());
      statement.setObject(2, id.value());
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  /** MariaDB's own type sorts time-based ids by their time, others by their bytes. */
  @OnEveryStorage
  void ids_of_all_versions_sort_together_as_unsigned_numbers(TestCrm crm) {
    List<UUID> ids = new ArrayList<>();
    for (long version = 1; version <= 8; version++) {
      for (long high :
          new long[] {0x00000001_0002_0003L, 0xFEDCBA98_7654_3210L, 0x7FFFFFFF_0000_0FFFL}) {
        ids.add(new UUID((high & ~0xF000L) | version << 12, 0x8000_0000_0000_0000L | high));
        ids.add(new UUID((high & ~0xF000L) | version << 12, 0xBFFF_FFFF_FFFF_FFFFL));
      }
    }
    Map<UUID, Integer> labels = new HashMap<>();
    List<UUID> mixed = new ArrayList<>(ids);
    Collections.shuffle(mixed, crm.random());
    for (UUID id : mixed) {
      labels.put(id, labels.size());
      crm.get(Lab.class).add(Specimen.of(id, "label " + labels.get(id)).withToken(id));
    }

    List<UUID> sorted = new ArrayList<>(ids);
    sorted.sort(
        Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned));
    List<UUID> read =
        crm.get(Lab.class)
            .read(
                tx ->
                    tx.store(SPECIMENS).all(Criteria.all()).stream()
                        .map(s -> s.id().value())
                        .toList());
    assertThat(read).isEqualTo(sorted);
  }

  @OnEveryStorage
  void sums_of_decimals_are_exact(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List<String> weights = List.of("0.1", "0.2", "-0.00000001", "123456789012345.12345678", "0");
    for (String weight : weights) {
      lab.add(Specimen.of(crm.newId(), weight).withSamples(LabQueries.weighing(weight)));
    }

    BigDecimal sum = lab.read(tx -> tx.queries(LabQueries.class).weight());

    assertThat(sum)
        .isEqualByComparingTo(
            weights.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
