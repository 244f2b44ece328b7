package io.crmkit.benchmarks.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Compares rates in pairs: the floor, then ours, then the floor again, each for a slice of time;
 * the ratio is ours to the mean of the two. A pair whose floors differ too much was disturbed and
 * is measured again.
 */
final class Rounds {

  private static final double TOLERANCE = 0.15;
  private static final int REPEATS = 4;

  private final LongSupplier nanos;
  private final int rounds;
  private final long slice;

  /**
   * @param rounds pairs that count
   * @param sliceMillis how long a leg runs at a time
   */
  Rounds(int rounds, long sliceMillis) {
    this(System::nanoTime, rounds, sliceMillis);
  }

  /** With a clock of one's own. */
  Rounds(LongSupplier nanos, int rounds, long sliceMillis) {
    this.nanos = nanos;
    this.rounds = rounds;
    this.slice = sliceMillis * 1_000_000;
  }

  /**
   * What came out.
   *
   * @param ratio the median of the pairs: our rate over the floor's, higher is better
   * @param least the smallest of them
   * @param most the greatest
   * @param ours operations a second, median
   * @param floor operations a second, median
   * @param disturbed pairs that stayed disturbed although they were repeated
   */
  record Comparison(
      double ratio, double least, double most, double ours, double floor, int disturbed) {}

  private record Pair(double ours, double first, double second) {

    double floor() {
      return (first + second) / 2;
    }

    double ratio() {
      return ours / floor();
    }

    boolean calm() {
      return Math.abs(first - second) <= TOLERANCE * Math.min(first, second);
    }
  }

  Comparison compare(Runnable ours, Runnable floor) {
    List<Pair> pairs = new ArrayList<>();
    int disturbed = 0;
    for (int round = 0; round < rounds; round++) {
      Pair pair = pair(ours, floor);
      for (int i = 0; i < REPEATS && !pair.calm(); i++) {
        pair = pair(ours, floor);
      }
      disturbed += pair.calm() ? 0 : 1;
      pairs.add(pair);
    }
    List<Double> ratios = pairs.stream().map(Pair::ratio).sorted().toList();
    return new Comparison(
        median(ratios),
        ratios.get(0),
        ratios.get(ratios.size() - 1),
        median(pairs.stream().map(Pair::ours).sorted().toList()),
        median(pairs.stream().map(Pair::floor).sorted().toList()),
        disturbed);
  }

  private Pair pair(Runnable ours, Runnable floor) {
    double first = rate(floor);
    double mine = rate(ours);
    return new Pair(mine, first, rate(floor));
  }

  /** Operations a second over one slice. */
  double rate(Runnable operation) {
    long begin = nanos.getAsLong();
    long count = 0;
    long elapsed;
    do {
      operation.run();
      count++;
      elapsed = nanos.getAsLong() - begin;
    } while (elapsed < slice);
    return count * 1e9 / elapsed;
  }

  static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
