package io.crmkit.benchmarks.workloads;

import io.crmkit.benchmarks.workloads.Rounds.Comparison;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what was measured. */
final class Report {

  private static final List<String> LEGS =
      List.of("CrmKit", "JDBC by hand", "Hibernate ORM", "the limit");
  private static final List<String> WORDS = List.of("jdbc", "hibernate", "limit");

  private Report() {}

  static void print(
      Map<Workload, List<Comparison>> comparisons,
      Map<Workload, List<Costs>> costs,
      MemoryRates.Rates memory) {
    say("");
    say("A ratio is CrmKit's throughput over the other's, median of pairs: higher is better.");
    say("");
    say(
        "%-4s %-14s %10s %7s %-14s %11s %12s %10s",
        "", "", "ops/s", "ratio", "(from to)", "statements", "round trips", "bytes");
    int disturbed = 0;
    for (Workload workload : Workload.values()) {
      say("%s  %s", workload, workload.title());
      List<Comparison> each = comparisons.getOrDefault(workload, List.of());
      row(0, each.get(0).ours(), "", costs(costs, workload, 0));
      for (int i = 0; i < each.size(); i++) {
        Comparison one = each.get(i);
        String ratio =
            String.format(
                Locale.ROOT,
                "%7.2f (%.2f %.2f)%s",
                one.ratio(),
                one.least(),
                one.most(),
                one.disturbed() > 0 ? " noisy" : "");
        row(i + 1, one.floor(), ratio, costs(costs, workload, i + 1));
        disturbed += one.disturbed();
      }
    }
    say("");
    if (disturbed > 0) {
      say(
          "This run was noisy: %d pairs were still disturbed after they had been repeated.",
          disturbed);
    }
    say(
        "memory-reads=%.0f memory-w1=%.0f a second on one thread",
        memory.reads(), memory.registrations());
    for (int i = 0; i < WORDS.size(); i++) {
      StringBuilder line = new StringBuilder("ratio-to-" + WORDS.get(i));
      for (Workload workload : Workload.values()) {
        double ratio = comparisons.getOrDefault(workload, List.of()).get(i).ratio();
        line.append(String.format(Locale.ROOT, " %s=%.2f", workload, ratio));
      }
      say("%s", line);
    }
  }

  private static Costs costs(Map<Workload, List<Costs>> costs, Workload workload, int leg) {
    return costs.getOrDefault(workload, List.of()).get(leg);
  }

  private static void row(int leg, double rate, String ratio, Costs costs) {
    say(
        "     %-14s %10.0f %-22s %11.1f %12.1f %10.0f",
        LEGS.get(leg), rate, ratio, costs.statements(), costs.roundTrips(), costs.bytes());
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
