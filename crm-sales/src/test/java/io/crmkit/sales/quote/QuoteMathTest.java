package io.crmkit.sales.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.sales.pricing.Item;
import io.crmkit.api.sales.quote.LineAmounts;
import io.crmkit.api.sales.quote.LinePrice;
import io.crmkit.api.sales.quote.QuoteLine;
import io.crmkit.api.sales.quote.TaxLine;
import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class QuoteMathTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency JPY = Currency.getInstance("JPY");

  private static Position position(int quantity, String unit, String rate) {
    return position(quantity, unit, rate, "0");
  }

  private static Position position(int quantity, String unit, String rate, String discount) {
    BigDecimal price = new BigDecimal(unit);
    return new Position(
        UUID.randomUUID(),
        Item.of("X", "X"),
        quantity,
        new LinePrice(price, price, new BigDecimal(discount), new BigDecimal(rate)),
        List.of());
  }

  private static Position bundle(int quantity, String unit, Position... parts) {
    Position head = position(quantity, unit, "0");
    return new Position(head.lineId(), head.item(), quantity, head.price(), List.of(parts));
  }

  private static List<String> amounts(
      QuoteMath.Computed computed, Function<LineAmounts, Money> amount) {
    return computed.lines().stream()
        .map(l -> amount.apply(l.amounts()).amount().toPlainString())
        .toList();
  }

  @Test
  void a_discount_on_the_whole_is_spread_to_the_last_cent() {
    QuoteMath.Computed computed =
        QuoteMath.compute(
            EUR,
            new BigDecimal("10"),
            List.of(position(1, "0.33", "0"), position(1, "0.33", "0"), position(1, "0.34", "0")));

    assertThat(amounts(computed, LineAmounts::discount)).containsExactly("0.03", "0.03", "0.04");
    assertThat(computed.totals().net()).isEqualTo(Money.of("0.90", "EUR"));
  }

  @Test
  void tax_is_rounded_once_for_each_rate_and_not_on_every_line() {
    QuoteMath.Computed computed =
        QuoteMath.compute(
            EUR,
            BigDecimal.ZERO,
            List.of(position(1, "0.07", "7"), position(1, "0.07", "7"), position(1, "0.07", "7")));

    // 7 percent of 0.21 is 0.0147; three lines rounded by themselves would give 0.00.
    assertThat(computed.totals().tax()).isEqualTo(Money.of("0.01", "EUR"));
    assertThat(amounts(computed, LineAmounts::tax)).containsExactly("0.01", "0.00", "0.00");
  }

  @Test
  void yen_have_no_fractions() {
    QuoteMath.Computed computed =
        QuoteMath.compute(
            JPY, new BigDecimal("3"), List.of(position(3, "999.5", "10"), position(1, "1", "8")));

    assertThat(amounts(computed, LineAmounts::gross)).containsExactly("2999", "1");
    assertThat(computed.totals().discount()).isEqualTo(Money.of("90", "JPY"));
    assertThat(computed.totals().total()).isEqualTo(Money.of("3201", "JPY"));
  }

  @Test
  void a_bundles_price_is_shared_out_to_its_components_with_their_own_tax() {
    QuoteMath.Computed computed =
        QuoteMath.compute(
            EUR,
            BigDecimal.ZERO,
            List.of(bundle(1, "100", position(1, "90", "19"), position(3, "10", "7"))));

    assertThat(amounts(computed, LineAmounts::net)).containsExactly("100.00", "75.00", "25.00");
    assertThat(amounts(computed, LineAmounts::tax)).containsExactly("16.00", "14.25", "1.75");
    assertThat(computed.totals().total()).isEqualTo(Money.of("116.00", "EUR"));
  }

  @Test
  void a_free_bundle_is_shared_out_as_nothing() {
    QuoteMath.Computed computed =
        QuoteMath.compute(
            EUR,
            new BigDecimal("50"),
            List.of(bundle(2, "0", position(1, "0", "19"), position(3, "0", "7"))));

    assertThat(computed.totals().total()).isEqualTo(Money.of("0", "EUR"));
  }

  @Property(tries = 500)
  void totals_are_exactly_the_sums_of_the_lines(@ForAll("quotes") Case c) {
    QuoteMath.Computed computed = QuoteMath.compute(c.currency(), c.percent(), c.positions());

    Money zero = Money.zero(c.currency());
    List<QuoteLine> counting = leaves(computed);
    assertThat(sum(counting, LineAmounts::gross, zero)).isEqualTo(computed.totals().gross());
    assertThat(sum(counting, LineAmounts::discount, zero)).isEqualTo(computed.totals().discount());
    assertThat(sum(counting, LineAmounts::net, zero)).isEqualTo(computed.totals().net());
    assertThat(sum(counting, LineAmounts::tax, zero)).isEqualTo(computed.totals().tax());
    assertThat(computed.taxes().stream().map(TaxLine::tax).reduce(zero, Money::plus))
        .isEqualTo(computed.totals().tax());
    assertThat(computed.totals().net().plus(computed.totals().tax()))
        .isEqualTo(computed.totals().total());
  }

  @Property(tries = 500)
  void no_line_is_ever_discounted_below_nothing(@ForAll("quotes") Case c) {
    QuoteMath.Computed computed = QuoteMath.compute(c.currency(), c.percent(), c.positions());

    assertThat(computed.lines())
        .allSatisfy(
            line -> {
              assertThat(line.amounts().net().isNegative()).isFalse();
              assertThat(line.amounts().discount().isNegative()).isFalse();
              assertThat(line.amounts().tax().isNegative()).isFalse();
              assertThat(line.amounts().gross().minus(line.amounts().discount()))
                  .isEqualTo(line.amounts().net());
              assertThat(line.amounts().net().amount().scale())
                  .isEqualTo(Money.minorDigits(c.currency()));
            });
  }

  @Property(tries = 500)
  void another_way_of_computing_gives_the_same(@ForAll("quotes") Case c) {
    int minor = Money.minorDigits(c.currency());
    QuoteMathOracle oracle = new QuoteMathOracle(minor, c.percent(), c.positions());

    List<QuoteLine> counting = leaves(QuoteMath.compute(c.currency(), c.percent(), c.positions()));

    assertThat(units(counting, LineAmounts::gross, minor)).isEqualTo(oracle.gross);
    assertThat(units(counting, LineAmounts::discount, minor)).isEqualTo(oracle.discount);
    assertThat(units(counting, LineAmounts::net, minor)).isEqualTo(oracle.nets());
    assertThat(units(counting, LineAmounts::tax, minor)).isEqualTo(oracle.tax);
  }

  /** A random quote. */
  record Case(Currency currency, BigDecimal percent, List<Position> positions) {}

  @Provide
  Arbitrary<Case> quotes() {
    Arbitrary<Currency> currency =
        Arbitraries.of("EUR", "JPY", "BHD", "CNY").map(Currency::getInstance);
    Arbitrary<BigDecimal> percent =
        Arbitraries.oneOf(
            Arbitraries.of("0", "100", "33.3333").map(BigDecimal::new),
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(100)).ofScale(2));
    return Combinators.combine(
            currency, percent, position(percent).list().ofMinSize(1).ofMaxSize(7))
        .as(Case::new);
  }

  private static Arbitrary<Position> position(Arbitrary<BigDecimal> percent) {
    Arbitrary<Position> single = single(percent);
    return Arbitraries.frequencyOf(
        Tuple.of(3, single),
        Tuple.of(
            1,
            Combinators.combine(single, single.list().ofMinSize(1).ofMaxSize(4))
                .as(
                    (head, parts) ->
                        new Position(
                            head.lineId(), head.item(), head.quantity(), head.price(), parts))));
  }

  private static Arbitrary<Position> single(Arbitrary<BigDecimal> percent) {
    Arbitrary<BigDecimal> price =
        Arbitraries.oneOf(
            Arbitraries.just(BigDecimal.ZERO),
            Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(5_000))
                .ofScale(4));
    return Combinators.combine(
            Arbitraries.integers().between(1, 50),
            price,
            percent,
            Arbitraries.of("0", "7", "8", "19", "9.975"))
        .as(
            (quantity, unit, discount, rate) ->
                new Position(
                    UUID.randomUUID(),
                    Item.of("X", "X"),
                    quantity,
                    new LinePrice(unit, unit, discount, new BigDecimal(rate)),
                    List.of()));
  }

  private static List<QuoteLine> leaves(QuoteMath.Computed computed) {
    Set<UUID> bundles = new HashSet<>();
    computed.lines().forEach(l -> bundles.add(l.parentLine()));
    return computed.lines().stream().filter(l -> !bundles.contains(l.lineId())).toList();
  }

  private static Money sum(List<QuoteLine> lines, Function<LineAmounts, Money> amount, Money zero) {
    return lines.stream().map(l -> amount.apply(l.amounts())).reduce(zero, Money::plus);
  }

  private static List<BigInteger> units(
      List<QuoteLine> lines, Function<LineAmounts, Money> amount, int minor) {
    return lines.stream()
        .map(l -> amount.apply(l.amounts()).amount().movePointRight(minor).toBigIntegerExact())
        .toList();
  }
}
