package io.crmkit.core.kernel.criteria;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.value.Money;
import io.crmkit.core.kernel.lab.Grade;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.KeeperId;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/**
 * An attribute, told a second time for the naive evaluator: how its value is read, ordered, and
 * which values are worth trying.
 */
record Attr<E, V>(
    Attribute<E, V> attribute, Function<E, V> value, Comparator<V> order, List<V> domain) {

  /** Few and nasty, so that they meet. */
  static final List<String> WORDS =
      List.of(
          "", " ", "a", "A", "ab", "a%b", "a_b", "%", "_", "\\", "\\%", "'", "é", "中文", "😀",
          "\uFFEE");

  static final List<BigDecimal> NUMBERS =
      List.of(
          new BigDecimal("-1.5"),
          BigDecimal.ZERO,
          new BigDecimal("1.5"),
          new BigDecimal("1.50"),
          new BigDecimal("10"),
          new BigDecimal("2"));

  static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.parse("2026-01-05T08:00:00Z"),
          Instant.parse("2026-01-05T08:00:00.000001Z"),
          Instant.parse("2026-01-05T08:00:00.000001900Z"));

  static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("1999-12-31"),
          LocalDate.parse("2024-02-29"),
          LocalDate.parse("2024-03-01"));

  static final List<UUID> TOKENS =
      List.of(new UUID(0, 0), new UUID(1, -1), new UUID(Long.MIN_VALUE, 0), new UUID(-1, -1));

  /** Rows use small numbers as ids, so that references meet. */
  static final List<SpecimenId> SPECIMEN_IDS =
      List.of(id(0), id(1), id(2), id(3), id(4), id(5), id(99));

  static final List<KeeperId> KEEPER_IDS = List.of(keeperId(0), keeperId(1), keeperId(99));

  static SpecimenId id(int number) {
    return new SpecimenId(new UUID(0x1000, number));
  }

  static KeeperId keeperId(int number) {
    return new KeeperId(new UUID(0x2000, number));
  }

  static final Comparator<String> BY_CODE_POINT =
      (a, b) -> java.util.Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  static final Comparator<UUID> UNSIGNED = Comparator.comparing(UUID::toString);

  static final List<Attr<Specimen, ?>> OF_SPECIMEN =
      List.of(
          text(Specimen.class, "label", Specimen::label),
          text(Specimen.class, "labelFolded", s -> s.label().toLowerCase(Locale.ROOT)),
          text(
              Specimen.class,
              "extras.remark",
              s -> s.extras() == null ? null : s.extras().remark()),
          of(Specimen.class, "version", Long.class, Specimen::version, List.of(0L, 1L, 2L)),
          of(
              Specimen.class,
              "measures.count",
              Integer.class,
              s -> s.measures().count(),
              List.of(-1, 0, 1, 2)),
          of(
              Specimen.class,
              "measures.total",
              Long.class,
              s -> s.measures().total(),
              List.of(-1L, 0L, Long.MAX_VALUE)),
          of(
              Specimen.class,
              "measures.checked",
              Boolean.class,
              s -> s.measures().checked(),
              List.of(true, false)),
          of(
              Specimen.class,
              "measures.ratio",
              BigDecimal.class,
              s -> s.measures().ratio(),
              NUMBERS),
          new Attr<>(
              Attribute.of(Specimen.class, "measures.grade", Grade.class),
              s -> s.measures().grade(),
              Comparator.comparing(Grade::name),
              List.of(Grade.values())),
          of(
              Specimen.class,
              "extras.rank",
              Integer.class,
              s -> s.extras() == null ? null : s.extras().rank(),
              List.of(1, 2)),
          of(
              Specimen.class,
              "extras.rare",
              Boolean.class,
              s -> s.extras() == null ? null : s.extras().rare(),
              List.of(true, false)),
          of(
              Specimen.class,
              "extras.price.amount",
              BigDecimal.class,
              s -> amount(s.extras() == null ? null : s.extras().price()),
              NUMBERS),
          new Attr<>(
              Attribute.of(Specimen.class, "extras.price.currency", Currency.class),
              s ->
                  s.extras() == null || s.extras().price() == null
                      ? null
                      : s.extras().price().currency(),
              Comparator.comparing(Currency::getCurrencyCode),
              List.of(Currency.getInstance("EUR"), Currency.getInstance("CNY"))),
          of(
              Specimen.class,
              "extras.times.seenAt",
              Instant.class,
              s ->
                  s.extras() == null || s.extras().times() == null
                      ? null
                      : s.extras().times().seenAt(),
              MOMENTS),
          of(
              Specimen.class,
              "extras.times.due",
              LocalDate.class,
              s ->
                  s.extras() == null || s.extras().times() == null
                      ? null
                      : s.extras().times().due(),
              DAYS),
          new Attr<>(
              Attribute.of(Specimen.class, "extras.place.token", UUID.class),
              s ->
                  s.extras() == null || s.extras().place() == null
                      ? null
                      : s.extras().place().token(),
              UNSIGNED,
              TOKENS),
          new Attr<>(
              Attribute.of(Specimen.class, "links.parent", SpecimenId.class),
              s -> s.links().parent(),
              Comparator.comparing(SpecimenId::value, UNSIGNED),
              SPECIMEN_IDS),
          new Attr<>(
              Attribute.of(Specimen.class, "id", SpecimenId.class),
              Specimen::id,
              Comparator.comparing(SpecimenId::value, UNSIGNED),
              SPECIMEN_IDS));

  static final List<Attr<Sample, ?>> OF_SAMPLE =
      List.of(
          text(Sample.class, "code", Sample::code),
          of(Sample.class, "weight", BigDecimal.class, Sample::weight, NUMBERS),
          of(Sample.class, "cost.amount", BigDecimal.class, s -> amount(s.cost()), NUMBERS),
          of(Sample.class, "takenOn", LocalDate.class, Sample::takenOn, DAYS));

  static final List<Attr<Keeper, ?>> OF_KEEPER =
      List.of(text(Keeper.class, "name", Keeper::name), text(Keeper.class, "city", Keeper::city));

  private static BigDecimal amount(Money money) {
    return money == null ? null : money.amount();
  }

  private static <E> Attr<E, String> text(Class<E> type, String path, Function<E, String> value) {
    return new Attr<>(Attribute.of(type, path, String.class), value, BY_CODE_POINT, WORDS);
  }

  private static <E, V extends Comparable<? super V>> Attr<E, V> of(
      Class<E> type, String path, Class<V> valueType, Function<E, V> value, List<V> domain) {
    return new Attr<>(
        Attribute.of(type, path, valueType), value, Comparator.naturalOrder(), domain);
  }

  /** Equality as the storages have it: decimals by value, instants by microsecond. */
  boolean same(V one, V other) {
    return order.compare(canonical(one), canonical(other)) == 0;
  }

  @SuppressWarnings("unchecked")
  V canonical(V given) {
    return given instanceof Instant moment
        ? (V) moment.truncatedTo(java.time.temporal.ChronoUnit.MICROS)
        : given;
  }
}
