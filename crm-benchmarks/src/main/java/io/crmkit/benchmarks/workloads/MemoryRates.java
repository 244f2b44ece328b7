package io.crmkit.benchmarks.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How fast memory storage is, on one thread. */
final class MemoryRates {

  private static final String TENANT = "memory";
  private static final int CUSTOMERS = 20_000;
  private static final int ROUNDS = 5;

  private MemoryRates() {}

  /**
   * Operations a second, medians.
   *
   * @param reads customers by their ids
   * @param registrations W1
   */
  record Rates(double reads, double registrations) {}

  static Rates measure(Rounds rounds) {
    List<Double> reads = new ArrayList<>();
    List<Double> registrations = new ArrayList<>();
    for (int round = -1; round < ROUNDS; round++) {
      // A new one each time, so that what was registered is not there for ever.
      try (CrmKitLeg leg = new CrmKitLeg(CrmKitLeg.open(b -> b.inMemory()), TENANT)) {
        Filling.firstCustomer(leg.session());
        List<UUID> customers = Filling.customers(leg.session(), CUSTOMERS);
        Inputs inputs = new Inputs(customers, round);
        double read = rounds.rate(() -> Workload.R1.once(leg, inputs));
        double registered = rounds.rate(() -> Workload.W1.once(leg, inputs));
        if (round >= 0) { // the first one warms the virtual machine
          reads.add(read);
          registrations.add(registered);
        }
      }
    }
    return new Rates(
        Rounds.median(reads.stream().sorted().toList()),
        Rounds.median(registrations.stream().sorted().toList()));
  }
}
