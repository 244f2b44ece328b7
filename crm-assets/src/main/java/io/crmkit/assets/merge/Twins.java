package io.crmkit.assets.merge;

import io.crmkit.api.asset.AssetFact;
import io.crmkit.api.asset.FactTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says of one customer what was believed of another, without rewriting a fact: each fact of the one
 * has a twin that says the same of the other, recorded now, for the times at which no later fact of
 * anybody else's is believed. At every moment a twin is believed if and only if its fact was. Pure.
 */
final class Twins {

  private Twins() {}

  /**
   * The twins, in the order of the facts, which is the order in which they have to be recorded.
   *
   * @param facts all of one kind, in the order they were recorded
   * @param turns whether a fact is one of those that are said of another customer now
   * @param twin what is said instead, at a time
   */
  static <F extends AssetFact> List<F> of(
      List<F> facts, Predicate<F> turns, Instant recordedAt, BiFunction<F, FactTime, F> twin) {
    List<F> twins = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      F fact = facts.get(i);
      if (turns.test(fact)) {
        List<FactTime> left =
            List.of(new FactTime(fact.time().validFrom(), fact.time().validTo(), recordedAt));
        for (F later : facts.subList(i + 1, facts.size())) {
          if (!turns.test(later)) {
            left = without(left, later.time());
          }
        }
        left.forEach(time -> twins.add(twin.apply(fact, time)));
      }
    }
    return twins;
  }

  private static List<FactTime> without(List<FactTime> times, FactTime cut) {
    List<FactTime> left = new ArrayList<>();
    for (FactTime time : times) {
      Instant before = earlier(time.validTo(), cut.validFrom());
      if (before == null || time.validFrom().isBefore(before)) {
        left.add(new FactTime(time.validFrom(), before, time.recordedAt()));
      }
      Instant end = cut.validTo();
      if (end != null) {
        Instant after = end.isAfter(time.validFrom()) ? end : time.validFrom();
        if (time.validTo() == null || after.isBefore(time.validTo())) {
          left.add(new FactTime(after, time.validTo(), time.recordedAt()));
        }
      }
    }
    return left;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, Instant other) {
    return one == null || other.isBefore(one) ? other : one;
  }
}
