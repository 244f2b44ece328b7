package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL_FOLDED;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.error.CrmException;
import io.crmkit.api.value.Bytes;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Money;
import io.crmkit.core.kernel.lab.Grade;
import io.crmkit.core.kernel.lab.KeeperId;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** What was put in comes out again, the same on every storage. */
@WithSetup(LabSetup.class)
class RoundTripTest {

  /** Text that has broken somebody's database before. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          " padded ",
          "line\nbreak\r\nand\ttab",
          "O'Brien \"Bob\" `tick`",
          "100% _under_ \\back\\slash\\",
          "'; drop table crm_lab_specimen; --",
          "${placeholder} {0} ? :name #{x}",
          "Grüße, Ærøskøbing, Ωμέγα, кириллица",
          "客户资产 · 営業 · 고객",
          "😀👩‍👩‍👧‍👦🇨🇳 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠮷野家",
          "e\u0301 versus \u00e9",
          "\u200Bzero\u200Dwidth\uFEFF",
          "\u202Ertl\u202C",
          "\uFFFD\uFFFE\uFFFF",
          "\u0001\u001F\u007F\u0085",
          "null");

  private static Specimen rich(TestCrm crm) {
    return Specimen.of(crm.newId(), "rich 丰富")
        .withMeasures(
            new Specimen.Measures(
                Integer.MIN_VALUE, Long.MAX_VALUE, true, new BigDecimal("-12.345678"), Grade.POOR))
        .withExtras(
            new Specimen.Extras(
                "remark",
                42,
                true,
                Money.of("1234.5678", "CNY"),
                new Specimen.Times(
                    Instant.parse("2025-02-28T23:59:59.999999Z"),
                    LocalDate.parse("2024-02-29"),
                    Duration.ofHours(36)),
                new Specimen.Place(
                    ZoneId.of("Asia/Shanghai"),
                    Locale.SIMPLIFIED_CHINESE,
                    Currency.getInstance("JPY"),
                    crm.newId()),
                Bytes.copyOf(new byte[] {0, 1, -1, 127, -128}),
                Grade.FAIR))
        .withLinks(
            new Specimen.Links(
                new SpecimenId(crm.newId()),
                new KeeperId(crm.newId()),
                new EntityRef("lab.keeper", crm.newId())))
        .withSamples(
            new Sample(
                "s-1",
                Grade.POOR,
                new BigDecimal("0.00000001"),
                Money.of("-0.01", "EUR"),
                LocalDate.parse("1999-12-31"),
                new KeeperId(crm.newId())),
            Sample.of("s-2"),
            Sample.of("s-2"))
        .withNotes(Map.of("key", "value", "键 😀", "\"quoted\" \\ \n 值", "", ""));
  }

  @OnEveryStorage
  void every_kind_of_component_comes_back_as_it_was(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen given = rich(crm);

    Specimen added = lab.add(given);

    assertThat(added).usingRecursiveComparison().ignoringFields("version").isEqualTo(given);
    assertThat(added.version()).isEqualTo(1);
    assertThat(lab.load(given.id())).isEqualTo(added);
  }

  @OnEveryStorage
  void a_record_with_everything_absent_comes_back_as_it_was(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen added = lab.add("bare");

    Specimen loaded = lab.load(added.id());

    assertThat(loaded).isEqualTo(added);
    assertThat(loaded.extras()).isNull();
    assertThat(loaded.samples()).isEmpty();
    assertThat(loaded.notes()).isEmpty();
  }

  @OnEveryStorage
  void a_nested_record_can_come_and_go(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen bare = lab.add("bare");

    Specimen filled = lab.save(bare, bare.withExtras(rich(crm).extras()));
    assertThat(lab.load(bare.id())).isEqualTo(filled);

    Specimen emptied = lab.save(filled, filled.withExtras(null));
    assertThat(lab.load(bare.id())).isEqualTo(emptied);
    assertThat(emptied.extras()).isNull();
  }

  @OnEveryStorage
  void text_comes_back_letter_for_letter(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (String text : TEXTS) {
      Specimen added =
          lab.add(
              Specimen.of(crm.newId(), "label " + text)
                  .withRemark(text)
                  .withSamples(Sample.of(text))
                  .withNotes(Map.of(text, text)));

      assertThat(added.extras()).as("text '%s'", text).isNotNull();
      assertThat(added.extras().remark()).isEqualTo(text);
      assertThat(lab.load(added.id())).as("text '%s'", text).isEqualTo(added);
    }
  }

  @OnEveryStorage
  void long_text_comes_back(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    String text = "长文 😀 ".repeat(50_000);

    Specimen added = lab.add(Specimen.of(crm.newId(), "long").withRemark(text));

    assertThat(lab.load(added.id())).isEqualTo(added);
  }

  @OnEveryStorage
  void text_that_no_database_can_hold_is_refused_by_its_field(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (String bad : List.of("a\u0000b", "half \uD83D", "\uDE00 half")) {
      assertInvalid(
          () -> lab.add(Specimen.of(crm.newId(), "bad").withRemark(bad)), "extras.remark");
      assertInvalid(
          () -> lab.add(Specimen.of(crm.newId(), "bad").withSamples(Sample.of(bad))),
          "samples[0].code");
    }
    assertThat(lab.count()).isZero();
  }

  @OnEveryStorage
  void text_too_long_for_its_column_never_shows_a_bare_database_error(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Throwable thrown = Assertions.catchThrowable(() -> lab.add("x".repeat(500)));

    if (thrown == null) {
      assertThat(crm.dataSource()).as("only memory has room").isEmpty();
    } else {
      assertThat(thrown).isInstanceOf(CrmException.class);
      assertThat(lab.count()).isZero();
    }
  }

  @OnEveryStorage
  void times_are_cut_to_microseconds_by_saving_not_by_loading(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Instant fine = Instant.parse("2026-03-29T01:59:59.123456789Z");
    Instant early = Instant.parse("1969-12-31T23:59:59.999999999Z");

    Specimen one = lab.add(Specimen.of(crm.newId(), "late").withSeenAt(fine));
    Specimen two = lab.add(Specimen.of(crm.newId(), "early").withSeenAt(early));

    assertThat(one.extras().times().seenAt()).isEqualTo("2026-03-29T01:59:59.123456Z");
    assertThat(two.extras().times().seenAt()).isEqualTo("1969-12-31T23:59:59.999999Z");
    assertThat(lab.load(one.id())).isEqualTo(one);
    assertThat(lab.load(two.id())).isEqualTo(two);
  }

  @OnEveryStorage
  void far_times_and_dates_come_back(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List<String> days =
        List.of("0001-01-01", "1582-10-10", "1900-01-01", "1969-12-31", "2024-02-29", "9999-12-31");
    for (String day : days) {
      Specimen added =
          lab.add(
              Specimen.of(crm.newId(), day)
                  .withExtras(
                      new Specimen.Extras(
                          "far",
                          null,
                          null,
                          null,
                          new Specimen.Times(
                              Instant.parse(day + "T12:34:56.000001Z"), LocalDate.parse(day), null),
                          null,
                          null,
                          null)));
      assertThat(added.extras().times().due()).isEqualTo(day);
      assertThat(lab.load(added.id())).isEqualTo(added);
    }
  }

  @OnEveryStorage
  void equal_numbers_come_back_equal_however_they_were_written(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Map<String, String> canonical =
        Map.of(
            "1.50000000", "1.5",
            "1E+3", "1000",
            "-0.000", "0",
            "123456789012345.12345678", "123456789012345.12345678",
            "0.00000001", "0.00000001");
    canonical.forEach(
        (given, kept) -> {
          Specimen added = lab.add(Specimen.of(crm.newId(), given).withRatio(given));
          assertThat(added.measures().ratio()).isEqualTo(new BigDecimal(kept));
          assertThat(lab.load(added.id())).isEqualTo(added);
        });
  }

  @OnEveryStorage
  void a_number_with_too_many_digits_is_refused_not_rounded(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    for (String bad : List.of("0.000000001", "1234567890123456", "1E+400")) {
      assertInvalid(
          () -> lab.add(Specimen.of(crm.newId(), "bad").withRatio(bad)), "measures.ratio");
    }
  }

  @OnEveryStorage
  void ids_keep_all_their_bits(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List<UUID> tokens =
        List.of(
            new UUID(0, 0),
            new UUID(-1, -1),
            new UUID(Long.MIN_VALUE, Long.MAX_VALUE),
            new UUID(1, Long.MIN_VALUE));
    for (UUID token : tokens) {
      Specimen added = lab.add(Specimen.of(token, "id " + token).withToken(token));
      assertThat(lab.load(new SpecimenId(token))).isEqualTo(added);
      assertThat(added.extras().place().token()).isEqualTo(token);
    }
  }

  @OnEveryStorage
  void parts_keep_their_order_while_they_are_added_moved_and_removed(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen now = lab.add("parts");
    List<List<String>> steps =
        List.of(
            List.of("a", "b", "c"),
            List.of("c", "a", "b"),
            List.of("c"),
            List.of("d", "c", "c", "e"),
            List.of());
    for (List<String> step : steps) {
      now = lab.save(now, now.withSamples(step.stream().map(Sample::of).toList()));
      assertThat(now.samples()).extracting(Sample::code).isEqualTo(step);
      assertThat(lab.load(now.id())).isEqualTo(now);
    }
  }

  @OnEveryStorage
  void a_change_of_nothing_but_a_part_is_a_change(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen before = lab.add(Specimen.of(crm.newId(), "parts").withSamples(Sample.of("a")));

    Specimen after = lab.save(before, before.withSamples(Sample.of("b")));

    assertThat(after.version()).isEqualTo(2);
    assertThat(lab.load(before.id()).samples()).containsExactly(Sample.of("b"));
  }

  @OnEveryStorage
  void a_large_binary_comes_back(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    byte[] content = new byte[300_000];
    crm.random().nextBytes(content);
    Specimen given =
        Specimen.of(crm.newId(), "image")
            .withExtras(
                new Specimen.Extras(
                    "x", null, null, null, null, null, Bytes.copyOf(content), null));

    Specimen added = lab.add(given);

    assertThat(Arrays.equals(lab.load(added.id()).extras().image().toArray(), content)).isTrue();
  }

  @OnEveryStorage
  void a_derived_column_follows_the_record(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen added = lab.add("ÄPFEL");
    assertThat(withFolded(lab, "äpfel")).containsExactly(added);

    Specimen saved = lab.save(added, added.withLabel("BIRNEN"));

    assertThat(withFolded(lab, "äpfel")).isEmpty();
    assertThat(withFolded(lab, "birnen")).containsExactly(saved);
  }

  private static List<Specimen> withFolded(Lab lab, String folded) {
    return lab.read(tx -> tx.store(SPECIMENS).all(LABEL_FOLDED.eq(folded)));
  }

  @OnEveryStorage
  void what_is_missing_is_named_with_every_field(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Specimen given =
        Specimen.of(crm.newId(), null)
            .withMeasures(new Specimen.Measures(1, 1, false, null, Grade.FINE));

    Throwable thrown =
        Assertions.catchThrowable(() -> lab.run(tx -> tx.store(SPECIMENS).insert(given)));

    assertThat(thrown).isInstanceOf(CrmException.class).hasMessageContaining("label");
  }
}
