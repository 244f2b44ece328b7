package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.REMARK;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.core.kernel.lab.LabEntities.TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.api.criteria.Query;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Sorting is the same everywhere, down to the traps. */
@WithSetup(LabSetup.class)
class OrderTest {

  /** In the order of Unicode code points; U+FFEE would come last by UTF-16 units. */
  private static final List<String> BY_CODE_POINT =
      List.of(
          "", " ", " a", "!", "-", "0", "10", "9", "A", "B", "Z", "_", "a", "a ", "a-", "aa", "b",
          "z", "Ä", "é", "ö", "中", "文", "가", "\uE000", "\uFFEE", "😀", "𠮷");

  private static final List<UUID> AS_UNSIGNED =
      List.of(
          new UUID(0, 0),
          new UUID(0, 1),
          new UUID(0, Long.MAX_VALUE),
          new UUID(0, Long.MIN_VALUE),
          new UUID(0, -1),
          new UUID(1, 0),
          new UUID(Long.MAX_VALUE, 5),
          new UUID(Long.MIN_VALUE, 5),
          new UUID(-1, 0),
          new UUID(-1, -1));

  private static List<Specimen> ordered(Lab lab, List<Order<Specimen>> orders) {
    return lab.read(
        tx -> tx.store(SPECIMENS).list(new Query<>(Criteria.all(), orders, 1000, null)));
  }

  /** Adds records with these values in some other order, and null values between them. */
  private static <V> void assertSorted(
      TestCrm crm,
      List<V> ascending,
      Attribute<Specimen, V> attribute,
      BiFunction<Specimen, V, Specimen> with) {
    Lab lab = crm.get(Lab.class);
    List<V> mixed = new ArrayList<>(ascending);
    mixed.add(null);
    mixed.add(null);
    Collections.shuffle(mixed, crm.random());
    List<Specimen> all = new ArrayList<>();
    for (V value : mixed) {
      Specimen plain = Specimen.of(crm.newId(), "label " + all.size());
      all.add(lab.add(value == null ? plain : with.apply(plain, value)));
    }
    Function<Specimen, V> valueOf = s -> mixed.get(indexOf(all, s));

    List<V> up =
        new ArrayList<>(
            ordered(lab, List.of(attribute.ascending())).stream().map(valueOf).toList());
    List<V> down =
        new ArrayList<>(
            ordered(lab, List.of(attribute.descending())).stream().map(valueOf).toList());

    List<V> expectedUp = new ArrayList<>(ascending);
    expectedUp.add(null);
    expectedUp.add(null);
    List<V> expectedDown = new ArrayList<>(ascending);
    Collections.reverse(expectedDown);
    expectedDown.add(null);
    expectedDown.add(null);
    assertThat(up).as("ascending").isEqualTo(expectedUp);
    assertThat(down).as("descending").isEqualTo(expectedDown);
  }

  private static int indexOf(List<Specimen> all, Specimen one) {
    return all.stream().map(Specimen::id).toList().indexOf(one.id());
  }

  @OnEveryStorage
  void text_by_code_point_absent_last(TestCrm crm) {
    assertSorted(crm, BY_CODE_POINT, REMARK, Specimen::withRemark);
  }

  @OnEveryStorage
  void short_text_by_code_point(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List<String> mixed = new ArrayList<>(BY_CODE_POINT);
    Collections.shuffle(mixed, crm.random());
    mixed.forEach(lab::add);

    assertThat(ordered(lab, List.of(LABEL.ascending())))
        .extracting(Specimen::label)
        .isEqualTo(BY_CODE_POINT);
  }

  @OnEveryStorage
  void ids_as_unsigned_numbers_absent_last(TestCrm crm) {
    assertSorted(
        crm,
        AS_UNSIGNED,
        Attribute.of(Specimen.class, "extras.place.token", UUID.class),
        Specimen::withToken);
  }

  @OnEveryStorage
  void rows_without_an_order_come_by_id_as_unsigned_number(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List<UUID> mixed = new ArrayList<>(AS_UNSIGNED);
    Collections.shuffle(mixed, crm.random());
    mixed.forEach(id -> lab.add(Specimen.of(id, id.toString())));

    assertThat(ordered(lab, List.of())).extracting(s -> s.id().value()).isEqualTo(AS_UNSIGNED);
    assertThat(lab.<List<Specimen>>read(tx -> tx.store(SPECIMENS).all(Criteria.all())))
        .extracting(s -> s.id().value())
        .isEqualTo(AS_UNSIGNED);
    assertThat(
            lab.<Specimen>read(tx -> tx.store(SPECIMENS).first(Criteria.all()).orElseThrow())
                .id()
                .value())
        .isEqualTo(AS_UNSIGNED.get(0));
  }

  @OnEveryStorage
  void decimals_by_value_not_by_scale(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    List<String> ascending =
        List.of("-100", "-9.5", "-0.00000001", "0", "0.1", "0.10000001", "1", "9", "10", "1E+5");
    List<String> mixed = new ArrayList<>(ascending);
    Collections.shuffle(mixed, crm.random());
    mixed.forEach(d -> lab.add(Specimen.of(crm.newId(), d).withRatio(d)));
    Attribute<Specimen, BigDecimal> ratio =
        Attribute.of(Specimen.class, "measures.ratio", BigDecimal.class);

    assertThat(ordered(lab, List.of(ratio.ascending())))
        .extracting(Specimen::label)
        .isEqualTo(ascending);
  }

  @OnEveryStorage
  void times_by_microsecond_absent_last(TestCrm crm) {
    assertSorted(
        crm,
        List.of(
            Instant.parse("0900-01-01T00:00:00Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("1970-01-01T00:00:00Z"),
            Instant.parse("2026-01-05T08:00:00.000001Z"),
            Instant.parse("2026-01-05T08:00:00.000002Z"),
            Instant.parse("9000-01-01T00:00:00Z")),
        Attribute.of(Specimen.class, "extras.times.seenAt", Instant.class),
        Specimen::withSeenAt);
  }

  @OnEveryStorage
  void truth_after_falsehood_absent_last(TestCrm crm) {
    assertSorted(
        crm,
        List.of(false, true),
        Attribute.of(Specimen.class, "extras.rare", Boolean.class),
        (s, rare) ->
            s.withExtras(new Specimen.Extras("x", null, rare, null, null, null, null, null)));
  }

  @OnEveryStorage
  void by_several_keys_and_at_last_by_id(TestCrm crm) {
    Lab lab = crm.get(Lab.class);
    Random random = crm.random();
    List<Specimen> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String remark = List.of("a", "b", "-").get(random.nextInt(3));
      all.add(
          lab.add(
              Specimen.of(new UUID(random.nextLong(), random.nextLong()), "l" + i)
                  .withRemark(remark.equals("-") ? null : remark)
                  .withTotal(random.nextInt(3))));
    }
    java.util.Comparator<Specimen> remark =
        java.util.Comparator.comparing(
            s -> s.extras() == null ? null : s.extras().remark(),
            java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder()));
    java.util.Comparator<Specimen> expected =
        remark
            .thenComparing(s -> -s.measures().total())
            .thenComparing(s -> s.id().value().toString());

    assertThat(ordered(lab, List.of(REMARK.ascending(), TOTAL.descending())))
        .isEqualTo(all.stream().sorted(expected).toList());
  }
}
