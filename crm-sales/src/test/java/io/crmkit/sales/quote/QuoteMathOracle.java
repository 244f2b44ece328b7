package io.crmkit.sales.quote;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Computes a quote another way: in whole smallest units, with fractions kept exact and the largest
 * remainders found by giving out one unit at a time.
 */
final class QuoteMathOracle {

  private final int minor;

  /** Units by leaf: gross, discount, tax. */
  final List<BigInteger> gross = new ArrayList<>();

  final List<BigInteger> discount = new ArrayList<>();
  final List<BigInteger> tax = new ArrayList<>();

  QuoteMathOracle(int minor, BigDecimal percent, List<Position> positions) {
    this.minor = minor;
    List<BigDecimal> rates = new ArrayList<>();
    for (Position p : positions) {
      BigInteger g = units(p.price().unit().multiply(BigDecimal.valueOf(p.quantity())));
      BigInteger d = percent(g, p.price().discountPercent());
      if (p.parts().isEmpty()) {
        gross.add(g);
        discount.add(d);
        rates.add(p.price().taxRate());
        continue;
      }
      List<BigDecimal> weights = new ArrayList<>();
      for (Position part : p.parts()) {
        weights.add(part.price().list().multiply(BigDecimal.valueOf(part.quantity())));
        rates.add(part.price().taxRate());
      }
      List<BigInteger> shares = share(g, weights);
      gross.addAll(shares);
      discount.addAll(share(d, shares.stream().map(BigDecimal::new).toList()));
    }
    spread(percent);
    taxes(rates);
  }

  private void spread(BigDecimal percent) {
    List<BigInteger> nets = nets();
    BigInteger sum = nets.stream().reduce(BigInteger.ZERO, BigInteger::add);
    List<BigInteger> shares =
        share(percent(sum, percent), nets.stream().map(BigDecimal::new).toList());
    for (int i = 0; i < shares.size(); i++) {
      discount.set(i, discount.get(i).add(shares.get(i)));
    }
  }

  private void taxes(List<BigDecimal> rates) {
    List<BigInteger> nets = nets();
    nets.forEach(n -> tax.add(BigInteger.ZERO));
    for (BigDecimal rate : Set.copyOf(rates)) {
      List<Integer> at = new ArrayList<>();
      for (int i = 0; i < rates.size(); i++) {
        if (rates.get(i).equals(rate)) {
          at.add(i);
        }
      }
      List<BigDecimal> weights = at.stream().map(i -> new BigDecimal(nets.get(i))).toList();
      BigDecimal base = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      List<BigInteger> shares = share(percent(base.toBigInteger(), rate), weights);
      for (int i = 0; i < at.size(); i++) {
        tax.set(at.get(i), shares.get(i));
      }
    }
  }

  List<BigInteger> nets() {
    List<BigInteger> nets = new ArrayList<>();
    for (int i = 0; i < gross.size(); i++) {
      nets.add(gross.get(i).subtract(discount.get(i)));
    }
    return nets;
  }

  private BigInteger units(BigDecimal amount) {
    return amount.movePointRight(minor).setScale(0, RoundingMode.HALF_UP).toBigInteger();
  }

  private static BigInteger percent(BigInteger units, BigDecimal percent) {
    return new BigDecimal(units)
        .multiply(percent)
        .movePointLeft(2)
        .setScale(0, RoundingMode.HALF_UP)
        .toBigInteger();
  }

  /** Everyone gets the whole part; then, one by one, whoever is furthest below their due. */
  private static List<BigInteger> share(BigInteger units, List<BigDecimal> weights) {
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> due = new ArrayList<>();
    for (BigDecimal weight : weights) {
      BigDecimal part = sum.signum() == 0 ? BigDecimal.ONE : weight;
      due.add(new BigDecimal(units).multiply(part));
    }
    BigDecimal whole = sum.signum() == 0 ? BigDecimal.valueOf(weights.size()) : sum;
    List<BigInteger> shares = new ArrayList<>();
    due.forEach(d -> shares.add(d.divideToIntegralValue(whole).toBigInteger()));
    BigInteger given = shares.stream().reduce(BigInteger.ZERO, BigInteger::add);
    while (given.compareTo(units) < 0) {
      int most = 0;
      for (int i = 1; i < shares.size(); i++) {
        if (lack(due, shares, whole, i).compareTo(lack(due, shares, whole, most)) > 0) {
          most = i;
        }
      }
      shares.set(most, shares.get(most).add(BigInteger.ONE));
      given = given.add(BigInteger.ONE);
    }
    return shares;
  }

  private static BigDecimal lack(
      List<BigDecimal> due, List<BigInteger> shares, BigDecimal whole, int i) {
    return due.get(i).subtract(whole.multiply(new BigDecimal(shares.get(i))));
  }
}
