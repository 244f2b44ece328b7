package io.crmkit.core.kernel.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.field.ChoicesField;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldChoice;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldLabel;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.field.SetCustomValues;
import io.crmkit.api.field.SingleField;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.storage.TestStorage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Random values, changed at random, under random criteria: every storage finds what somebody finds
 * who looks at the records one by one, in the same order.
 */
class FieldCriteriaTest {

  private static final SingleField<String> WORD = Field.text("word");
  private static final SingleField<BigDecimal> NUMBER = Field.number("number");
  private static final SingleField<LocalDate> DAY = Field.date("day");
  private static final SingleField<Instant> MOMENT = Field.instant("moment");
  private static final SingleField<Boolean> TRUTH = Field.yesNo("truth");

  private static final ChoicesField TONGUES = Field.choices("tongues");

  private static final List<String> CHOICES = List.of("a", "ab", "b", "c");
  private static final List<String> WORDS =
      List.of("a", "A", "ab", "a%", "a_b", "Zebra", "ä", "河畔", "河", "😀", "\uFF5E", "it's", "\\");
  private static final List<BigDecimal> NUMBERS =
      List.of(
          new BigDecimal("0"),
          new BigDecimal("-0.00000001"),
          new BigDecimal("10"),
          new BigDecimal("9.5"),
          new BigDecimal("999999999999999"),
          new BigDecimal("-3"));
  private static final List<LocalDate> DAYS =
      List.of(LocalDate.of(1, 1, 1), LocalDate.of(2024, 2, 29), LocalDate.of(9999, 12, 31));
  private static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.parse("2026-10-25T00:30:00Z"),
          Instant.parse("2026-10-25T01:30:00.000001Z"));

  /** A condition, and what it means. */
  private record Case(Criteria<Customer> criteria, Predicate<Customer> meaning) {}

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  @Tag("contract")
  void every_storage_finds_what_is_there(@ForAll long seed) {
    for (TestStorage storage : TestStorage.every()) {
      Random random = new Random(seed);
      TestCrm crm = TestCrm.on(storage, PerksSetup.class, seed);
      List<Customer> customers = fill(crm, random);
      for (int i = 0; i < 25; i++) {
        Case one = any(random, 3);
        String name = storage.name() + ": " + one.criteria();
        assertThat(crm.get(Customers.class).search(Query.where(one.criteria())).items())
            .as(name)
            .containsExactlyElementsOf(
                customers.stream().filter(one.meaning()).sorted(byId()).toList());
        assertThat(crm.get(Customers.class).count(one.criteria()))
            .as(name)
            .isEqualTo(customers.stream().filter(one.meaning()).count());
      }
      assertOrders(crm, customers);
    }
  }

  private static List<Customer> fill(TestCrm crm, Random random) {
    for (Field<?> field : List.of(WORD, NUMBER, DAY, MOMENT, TRUTH)) {
      crm.get(CustomFields.class)
          .declare(FieldDeclaration.of(Customer.class, field).withUse(FieldUse.searched()));
    }
    crm.get(CustomFields.class)
        .declare(
            FieldDeclaration.of(Customer.class, TONGUES)
                .withRules(
                    FieldRules.any()
                        .withChoices(
                            CHOICES.stream()
                                .map(code -> new FieldChoice(code, FieldLabel.of(code, code)))
                                .toList()))
                .withUse(FieldUse.searched()));
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Customer customer =
          crm.get(Customers.class)
              .register(
                  RegisterCustomer.organization(CustomerName.of("c" + i))
                      .withCustom(values(random)));
      if (random.nextBoolean()) {
        CustomValues changed = values(random).with(PerksSetup.TIER, "gold");
        customer =
            crm.get(CustomFields.class)
                .set(
                    new SetCustomValues<>(
                        Customer.class, customer.id(), customer.version(), changed));
      }
      customers.add(customer);
    }
    return customers;
  }

  private static CustomValues values(Random random) {
    CustomValues values = CustomValues.none();
    values = maybe(random, values, WORD, WORDS);
    values = maybe(random, values, NUMBER, NUMBERS);
    values = maybe(random, values, DAY, DAYS);
    values = maybe(random, values, MOMENT, MOMENTS);
    values = maybe(random, values, TRUTH, List.of(true, false));
    Set<String> some = new TreeSet<>();
    CHOICES.stream().filter(choice -> random.nextInt(3) == 0).forEach(some::add);
    return values.with(TONGUES, some);
  }

  private static <T> CustomValues maybe(
      Random random, CustomValues values, SingleField<T> field, List<T> choices) {
    return random.nextInt(3) == 0 ? values : values.with(field, pick(random, choices));
  }

  private static <T> T pick(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Case any(Random random, int depth) {
    switch (random.nextInt(depth == 0 ? 6 : 9)) {
      case 0:
        return leaf(random, WORD, WORDS, FieldCriteriaTest::byCodePoint);
      case 1:
        return leaf(random, NUMBER, NUMBERS, Comparator.naturalOrder());
      case 2:
        return leaf(random, DAY, DAYS, Comparator.naturalOrder());
      case 3:
        return leaf(random, MOMENT, MOMENTS, Comparator.naturalOrder());
      case 4:
        return leaf(random, TRUTH, List.of(true, false), Comparator.naturalOrder());
      case 5:
        return choices(random);
      case 6:
        Case not = any(random, depth - 1);
        return new Case(Criteria.not(not.criteria()), not.meaning().negate());
      case 7:
        Case a = any(random, depth - 1);
        Case b = any(random, depth - 1);
        return new Case(Criteria.and(a.criteria(), b.criteria()), a.meaning().and(b.meaning()));
      default:
        Case c = any(random, depth - 1);
        Case d = any(random, depth - 1);
        return new Case(Criteria.or(c.criteria(), d.criteria()), c.meaning().or(d.meaning()));
    }
  }

  private static Case choices(Random random) {
    Function<Customer, Set<String>> value = c -> c.custom().get(TONGUES).orElse(Set.of());
    String one = pick(random, CHOICES);
    String two = pick(random, CHOICES);
    switch (random.nextInt(4)) {
      case 0:
        return new Case(
            TONGUES.hasAny(Customer.class, List.of(one, two)),
            c -> value.apply(c).contains(one) || value.apply(c).contains(two));
      case 1:
        return new Case(TONGUES.hasAny(Customer.class, List.of()), c -> false);
      case 2:
        return new Case(TONGUES.present(Customer.class), c -> !value.apply(c).isEmpty());
      default:
        return new Case(TONGUES.has(Customer.class, one), c -> value.apply(c).contains(one));
    }
  }

  private static <T> Case leaf(
      Random random, SingleField<T> field, List<T> choices, Comparator<T> order) {
    Attribute<Customer, T> attribute = field.of(Customer.class);
    Function<Customer, Optional<T>> value = c -> c.custom().get(field);
    T one = pick(random, choices);
    T two = pick(random, choices);
    switch (random.nextInt(6)) {
      case 0:
        return new Case(attribute.eq(one), c -> value.apply(c).filter(one::equals).isPresent());
      case 1:
        return new Case(
            attribute.in(List.of(one, two)),
            c -> value.apply(c).filter(v -> v.equals(one) || v.equals(two)).isPresent());
      case 2:
        return new Case(attribute.present(), c -> value.apply(c).isPresent());
      case 3:
        return new Case(
            attribute.atLeast(one),
            c -> value.apply(c).filter(v -> order.compare(v, one) >= 0).isPresent());
      case 4:
        return new Case(
            attribute.between(one, two),
            c ->
                value
                    .apply(c)
                    .filter(v -> order.compare(v, one) >= 0 && order.compare(v, two) < 0)
                    .isPresent());
      default:
        return new Case(
            Criteria.startsWith(WORD.of(Customer.class), "a"),
            c -> c.custom().get(WORD).filter(v -> v.startsWith("a")).isPresent());
    }
  }

  private static void assertOrders(TestCrm crm, List<Customer> customers) {
    assertOrder(crm, customers, WORD, FieldCriteriaTest::byCodePoint);
    assertOrder(crm, customers, NUMBER, Comparator.naturalOrder());
    assertOrder(crm, customers, DAY, Comparator.naturalOrder());
    assertOrder(crm, customers, MOMENT, Comparator.naturalOrder());
    assertOrder(crm, customers, TRUTH, Comparator.naturalOrder());
  }

  /** In both directions, page by page; those without a value come last. */
  private static <T> void assertOrder(
      TestCrm crm, List<Customer> customers, SingleField<T> field, Comparator<T> natural) {
    Attribute<Customer, T> attribute = field.of(Customer.class);
    for (Order<Customer> order : List.of(attribute.ascending(), attribute.descending())) {
      Comparator<T> by =
          order.direction() == Order.Direction.ASCENDING ? natural : natural.reversed();
      Comparator<Customer> expected =
          Comparator.<Customer, Optional<T>>comparing(
                  c -> c.custom().get(field),
                  Comparator.comparing(o -> o.orElse(null), Comparator.nullsLast(by)))
              .thenComparing(byId());
      List<Customer> found = new ArrayList<>();
      String cursor = null;
      do {
        Page<Customer> page =
            crm.get(Customers.class)
                .search(Query.<Customer>everything().orderBy(order).limit(5).after(cursor));
        found.addAll(page.items());
        cursor = page.next();
      } while (cursor != null);
      assertThat(found)
          .as(crm.storage() + ": " + order)
          .containsExactlyElementsOf(customers.stream().sorted(expected).toList());
    }
  }

  private static Comparator<Customer> byId() {
    return Comparator.comparing(c -> c.id().value().toString());
  }

  private static int byCodePoint(String a, String b) {
    int[] x = a.codePoints().toArray();
    int[] y = b.codePoints().toArray();
    return java.util.Arrays.compare(x, y);
  }
}
