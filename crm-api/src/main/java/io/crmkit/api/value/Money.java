package io.crmkit.api.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An amount in a currency. At most four decimals and fifteen digits before the point are kept,
 * which is what the database columns hold ({@code decimal(19,4)}); nothing is ever rounded
 * silently.
 *
 * <p>The amount always shows at least the currency's own decimals, and more only when they are not
 * zero, so that two equal amounts are {@link #equals equal}.
 *
 * @param amount the amount, positive, zero or negative
 * @param currency the ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

  /** Decimals that are kept at most. */
  public static final int MAX_SCALE = 4;

  private static final int MAX_INTEGER_DIGITS = 15;

  /**
   * @throws IllegalArgumentException if the amount needs more than four decimals or more than
   *     fifteen digits before the point
   */
  public Money {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
    BigDecimal stripped = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    if (stripped.scale() > MAX_SCALE) {
      throw new IllegalArgumentException("more than four decimals: " + amount.toPlainString());
    }
    if (stripped.precision() - stripped.scale() > MAX_INTEGER_DIGITS) {
      throw new IllegalArgumentException("amount too large: " + amount.toPlainString());
    }
    amount = stripped.setScale(Math.max(stripped.scale(), minorDigits(currency)));
  }

  /** The amount written as a decimal number, such as {@code "1234.50"}, in an ISO currency. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), Currency.getInstance(currency));
  }

  public static Money of(long amount, String currency) {
    return new Money(BigDecimal.valueOf(amount), Currency.getInstance(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** The product with a number, rounded to the currency's own decimals. */
  public Money times(BigDecimal factor, RoundingMode rounding) {
    return new Money(amount.multiply(factor).setScale(minorDigits(currency), rounding), currency);
  }

  /** This amount rounded to the currency's own decimals. */
  public Money rounded(RoundingMode rounding) {
    return new Money(amount.setScale(minorDigits(currency), rounding), currency);
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  /** The number of decimals that the currency is counted in: 2 for EUR, 0 for JPY. */
  public static int minorDigits(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  /**
   * Splits this amount in proportion to the weights, so that the parts always sum to it exactly.
   * Each part is first cut down towards zero; what is left over goes, one smallest unit each, to
   * the parts with the largest remainders (the method of Hamilton), earlier parts first when equal.
   *
   * @param weights one weight for each part; none negative; when all are zero, all count the same
   * @return as many amounts as there are weights
   * @throws IllegalArgumentException if there are no weights or one is negative
   */
  public List<Money> allocate(List<BigDecimal> weights) {
    if (weights.isEmpty() || weights.stream().anyMatch(w -> w.signum() < 0)) {
      throw new IllegalArgumentException("weights must be given and not negative: " + weights);
    }
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> shares =
        sum.signum() == 0 ? weights.stream().map(w -> BigDecimal.ONE).toList() : weights;
    int weightScale = shares.stream().mapToInt(w -> Math.max(0, w.scale())).max().orElse(0);
    List<BigInteger> whole =
        shares.stream().map(w -> w.setScale(weightScale).unscaledValue()).toList();
    BigInteger divisor = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
    int scale = amount.scale();
    BigInteger units = amount.unscaledValue();

    List<BigInteger> parts = new ArrayList<>();
    List<BigInteger> remainders = new ArrayList<>();
    BigInteger left = units;
    for (BigInteger weight : whole) {
      BigInteger[] quotient = units.multiply(weight).divideAndRemainder(divisor);
      parts.add(quotient[0]);
      remainders.add(quotient[1].abs());
      left = left.subtract(quotient[0]);
    }
    List<Integer> order =
        IntStream.range(0, parts.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
            .limit(left.abs().intValueExact())
            .toList();
    BigInteger step = BigInteger.valueOf(units.signum());
    order.forEach(i -> parts.set(i, parts.get(i).add(step)));
    return parts.stream().map(p -> new Money(new BigDecimal(p, scale), currency)).toList();
  }

  /**
   * @throws IllegalArgumentException if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  /** The amount and the currency's code, such as {@code "1234.50 EUR"}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("different currencies: " + this + " and " + other);
    }
    return other;
  }
}
