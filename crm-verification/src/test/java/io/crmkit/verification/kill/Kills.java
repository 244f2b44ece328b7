package io.crmkit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;

/** Kills one process after the other on one store, and looks at it after each. */
final class Kills {

  /** A kill comes after at most so many acknowledgements, and then at most so much later. */
  private static final int MOST = 150;

  private static final int LONGEST = 50;

  private final Place place;
  private final Path folder;
  private final Random random;
  private final long seed;
  private long acknowledged;
  private long unknown;

  Kills(Place place, Path folder, long seed) {
    this.place = place;
    this.folder = folder;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** What was seen, for the record. */
  String figures() {
    return acknowledged + " operations acknowledged, " + unknown + " without an answer";
  }

  /** Kills so many processes, each at a random moment. */
  void processes(int rounds) throws Exception {
    for (int round = 0; round < rounds; round++) {
      String tenant = "killed-" + round;
      Journal journal;
      try (Victim victim = Victim.underLoad(place, tenant, seed + round, folder)) {
        someTime(victim);
        journal = victim.kill();
      }
      assertThat(journal.failed()).as("errors before the kill, seed %s", seed).isEmpty();
      check(tenant, journal);
    }
  }

  /**
   * Stops the server so many times under a process that lives through it and goes on; then that is
   * killed, too.
   */
  static Kills servers(Server server, Path folder, long seed, int rounds) throws Exception {
    Kills kills = new Kills(server, folder, seed);
    for (int round = 0; round < rounds; round++) {
      String tenant = "stopped-" + round;
      Journal journal;
      try (Victim victim = Victim.underLoad(server, tenant, seed + round, folder)) {
        kills.someTime(victim);
        if (round % 2 == 0) {
          server.kill();
        } else {
          server.stopImmediately();
        }
        server.startAgain();
        long before = victim.acknowledged();
        victim.await(text -> Victim.acknowledged(text) > before + 20);
        journal = victim.kill();
      }
      kills.check(tenant, journal);
    }
    return kills;
  }

  /** Counted in operations, since machines are not equally fast. */
  private void someTime(Victim victim) throws Exception {
    int count = random.nextInt(MOST);
    victim.await(text -> Victim.acknowledged(text) >= count);
    victim.letRun(random.nextInt(LONGEST));
  }

  private void check(String tenant, Journal journal) {
    assertThat(Checker.faults(place, tenant, journal))
        .as("%s, seed %s, %s operations", tenant, seed, journal.entries().size())
        .isEmpty();
    acknowledged += journal.count(Operation.Outcome.DONE);
    unknown += journal.count(Operation.Outcome.UNKNOWN);
  }
}
