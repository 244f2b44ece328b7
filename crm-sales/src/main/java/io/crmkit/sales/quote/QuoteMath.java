package io.crmkit.sales.quote;

import io.crmkit.api.sales.quote.LineAmounts;
import io.crmkit.api.sales.quote.QuoteLine;
import io.crmkit.api.sales.quote.QuoteTotals;
import io.crmkit.api.sales.quote.TaxLine;
import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Computes a quote. All amounts are multiples of the currency's smallest unit, and every total is
 * exactly the sum of its lines, in any currency:
 *
 * <ol>
 *   <li>A line's gross is quantity times unit price, and its own discount that times its
 *       percentage, each rounded half up once.
 *   <li>A bundle's gross and discount are shared out to its components, in proportion to their list
 *       prices, by largest remainder.
 *   <li>The discount on the whole is rounded half up once and spread over the lines in proportion
 *       to what they cost so far, by largest remainder.
 *   <li>Tax is computed once for each rate, on the sum of the net amounts at that rate, rounded
 *       half up, and shared out to the lines by largest remainder.
 * </ol>
 */
final class QuoteMath {

  private QuoteMath() {}

  /** A computed quote. */
  record Computed(List<QuoteLine> lines, List<TaxLine> taxes, QuoteTotals totals) {}

  /** A line that counts: a single thing, or a component of a bundle. */
  private static final class Leaf {
    private final Position position;
    private final Money gross;
    private Money discount;
    private Money tax;

    private Leaf(Position position, Money gross, Money discount) {
      this.position = position;
      this.gross = gross;
      this.discount = discount;
      this.tax = Money.zero(gross.currency());
    }

    private Money net() {
      return gross.minus(discount);
    }

    private LineAmounts amounts() {
      return new LineAmounts(gross, discount, net(), tax);
    }
  }

  static Computed compute(Currency currency, BigDecimal discountPercent, List<Position> positions) {
    Map<Position, List<Leaf>> leaves = new IdentityHashMap<>();
    List<Leaf> all = new ArrayList<>();
    for (Position position : positions) {
      List<Leaf> own = leaves(currency, position);
      leaves.put(position, own);
      all.addAll(own);
    }
    spreadDiscount(currency, discountPercent, all);
    List<TaxLine> taxes = tax(currency, all);

    List<QuoteLine> lines = new ArrayList<>();
    for (Position position : positions) {
      lines.addAll(lines(currency, position, leaves.getOrDefault(position, List.of())));
    }
    return new Computed(lines, taxes, totals(currency, positions, all));
  }

  private static List<Leaf> leaves(Currency currency, Position position) {
    Money gross = times(currency, position.price().unit(), position.quantity());
    Money discount = percent(gross, position.price().discountPercent());
    if (position.parts().isEmpty()) {
      return List.of(new Leaf(position, gross, discount));
    }
    List<BigDecimal> weights =
        position.parts().stream()
            .map(p -> p.price().list().multiply(BigDecimal.valueOf(p.quantity())))
            .toList();
    List<Money> grosses = gross.allocate(weights);
    // By what each costs, so that no component is discounted by more than it costs.
    List<Money> discounts = discount.allocate(grosses.stream().map(Money::amount).toList());
    List<Leaf> leaves = new ArrayList<>();
    for (int i = 0; i < grosses.size(); i++) {
      leaves.add(new Leaf(position.parts().get(i), grosses.get(i), discounts.get(i)));
    }
    return leaves;
  }

  private static void spreadDiscount(Currency currency, BigDecimal percent, List<Leaf> leaves) {
    if (leaves.isEmpty()) {
      return;
    }
    Money discount = percent(sum(currency, leaves, Leaf::net), percent);
    List<Money> shares = discount.allocate(leaves.stream().map(l -> l.net().amount()).toList());
    for (int i = 0; i < leaves.size(); i++) {
      leaves.get(i).discount = leaves.get(i).discount.plus(shares.get(i));
    }
  }

  private static List<TaxLine> tax(Currency currency, List<Leaf> leaves) {
    Map<BigDecimal, List<Leaf>> byRate = new TreeMap<>();
    leaves.forEach(
        l -> byRate.computeIfAbsent(l.position.price().taxRate(), r -> new ArrayList<>()).add(l));
    List<TaxLine> taxes = new ArrayList<>();
    byRate.forEach(
        (rate, taxed) -> {
          Money base = sum(currency, taxed, Leaf::net);
          Money tax = percent(base, rate);
          List<Money> shares = tax.allocate(taxed.stream().map(l -> l.net().amount()).toList());
          for (int i = 0; i < taxed.size(); i++) {
            taxed.get(i).tax = shares.get(i);
          }
          taxes.add(new TaxLine(rate, base, tax));
        });
    return taxes;
  }

  private static List<QuoteLine> lines(Currency currency, Position position, List<Leaf> leaves) {
    List<QuoteLine> lines = new ArrayList<>();
    if (!position.parts().isEmpty()) {
      LineAmounts sums =
          new LineAmounts(
              sum(currency, leaves, l -> l.gross),
              sum(currency, leaves, l -> l.discount),
              sum(currency, leaves, Leaf::net),
              sum(currency, leaves, l -> l.tax));
      lines.add(line(position, null, sums));
    }
    for (Leaf leaf : leaves) {
      UUID parent = leaf.position == position ? null : position.lineId();
      lines.add(line(leaf.position, parent, leaf.amounts()));
    }
    return lines;
  }

  private static QuoteLine line(Position position, @Nullable UUID parent, LineAmounts amounts) {
    return new QuoteLine(
        position.lineId(), parent, position.item(), position.quantity(), position.price(), amounts);
  }

  private static QuoteTotals totals(
      Currency currency, List<Position> positions, List<Leaf> leaves) {
    Money list = Money.zero(currency);
    for (Position position : positions) {
      list = list.plus(times(currency, position.price().list(), position.quantity()));
    }
    Money net = sum(currency, leaves, Leaf::net);
    Money tax = sum(currency, leaves, l -> l.tax);
    return new QuoteTotals(
        list,
        sum(currency, leaves, l -> l.gross),
        sum(currency, leaves, l -> l.discount),
        net,
        tax,
        net.plus(tax));
  }

  private static Money times(Currency currency, BigDecimal unitPrice, int quantity) {
    BigDecimal amount = unitPrice.multiply(BigDecimal.valueOf(quantity));
    return new Money(amount.setScale(Money.minorDigits(currency), RoundingMode.HALF_UP), currency);
  }

  private static Money percent(Money amount, BigDecimal percent) {
    return amount.times(percent.movePointLeft(2), RoundingMode.HALF_UP);
  }

  private static Money sum(Currency currency, List<Leaf> leaves, Function<Leaf, Money> amount) {
    return leaves.stream().map(amount).reduce(Money.zero(currency), Money::plus);
  }
}
