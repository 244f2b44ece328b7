package io.crmkit.benchmarks.workloads;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** What the operations are about: the same sequence for the same seed. For one thread. */
final class Inputs {

  /** The stages that an opportunity goes through. */
  static final List<String> STAGES = List.of("new", "visited", "specified", "offered", "agreed");

  /** What its amount is, and in which currency. */
  static final String AMOUNT = "1250.5";

  static final String CURRENCY = "EUR";

  /** A customer that comes to be known. */
  record Registration(String name, String phone, String email) {}

  private final List<UUID> customers;
  private final Random random;
  private int registered;

  Inputs(List<UUID> customers, long seed) {
    this.customers = customers;
    this.random = new Random(seed);
  }

  Registration nextRegistration() {
    int n = ++registered;
    return new Registration(
        "Riverside Hospital " + n,
        phone(9_000_000 + n % 999_999),
        "info@riverside" + n + ".example");
  }

  UUID someCustomer() {
    return customers.get(random.nextInt(customers.size()));
  }

  String somePhone() {
    return phone(random.nextInt(customers.size()));
  }

  /** The number of the n-th customer, as people write it. */
  static String phone(int n) {
    return String.format(Locale.ROOT, "+86 21 5%03d %04d", n / 10_000, n % 10_000);
  }

  /** The probability of a stage, in percent. */
  static int probability(int stage) {
    return 10 + stage * 20;
  }
}
