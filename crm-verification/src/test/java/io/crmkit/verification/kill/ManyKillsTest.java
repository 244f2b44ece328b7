package io.crmkit.verification.kill;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty kills for each engine, at moments that differ from run to run, or as many as {@code
 * -Dcrmkit.kills} says. A failure tells its seed, which {@code -Dcrmkit.kills.seed} takes again.
 */
@Tag("slow")
class ManyKillsTest {

  private static final int KILLS = Integer.getInteger("crmkit.kills", 20);
  private static final long SEED =
      Long.getLong("crmkit.kills.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void killedProcessesLoseNothingThatH2Acknowledged() throws Exception {
    try (Place h2 = Place.h2(folder)) {
      Kills kills = new Kills(h2, folder, SEED);
      kills.processes(KILLS);
      report("H2, " + KILLS + " processes killed", kills);
    }
  }

  @Test
  void killedProcessesLoseNothingThatPostgresAcknowledged() throws Exception {
    try (Postgres postgres = Postgres.start(folder)) {
      Kills kills = new Kills(postgres, folder, SEED);
      kills.processes(KILLS);
      report("PostgreSQL, " + KILLS + " processes killed", kills);
    }
  }

  @Test
  void killedServersLoseNothingThatPostgresAcknowledged() throws Exception {
    try (Postgres postgres = Postgres.start(folder)) {
      Kills kills = Kills.servers(postgres, folder, SEED, KILLS);
      report("PostgreSQL, " + KILLS + " times the server stopped hard", kills);
    }
  }

  @Test
  void killedProcessesLoseNothingThatMariaDbAcknowledged() throws Exception {
    try (MariaDb mariaDb = MariaDb.start(folder)) {
      Kills kills = new Kills(mariaDb, folder, SEED);
      kills.processes(KILLS);
      report("MariaDB, " + KILLS + " processes killed", kills);
    }
  }

  @Test
  void killedServersLoseNothingThatMariaDbAcknowledged() throws Exception {
    try (MariaDb mariaDb = MariaDb.start(folder)) {
      Kills kills = Kills.servers(mariaDb, folder, SEED, KILLS);
      report("MariaDB, " + KILLS + " times the server stopped hard", kills);
    }
  }

  /** For docs/reliability.md. */
  private static void report(String what, Kills kills) {
    System.out.println(what + ": " + kills.figures());
  }
}
