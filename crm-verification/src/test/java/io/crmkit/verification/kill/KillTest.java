package io.crmkit.verification.kill;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A few of the kills of {@link ManyKillsTest}, in every build. */
class KillTest {

  private static final long SEED = 20_260_101;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void aKilledProcessLosesNothingThatH2Acknowledged() throws Exception {
    try (Place h2 = Place.h2(folder)) {
      new Kills(h2, folder, SEED).processes(2);
    }
  }

  @Test
  void aKilledProcessLosesNothingThatPostgresAcknowledged() throws Exception {
    try (Postgres postgres = Postgres.start(folder)) {
      new Kills(postgres, folder, SEED).processes(2);
    }
  }

  @Test
  void aKilledServerLosesNothingThatPostgresAcknowledged() throws Exception {
    try (Postgres postgres = Postgres.start(folder)) {
      Kills.servers(postgres, folder, SEED, 1);
    }
  }

  @Test
  void aKilledServerLosesNothingThatMariaDbAcknowledged() throws Exception {
    try (MariaDb mariaDb = MariaDb.start(folder)) {
      Kills.servers(mariaDb, folder, SEED, 1);
    }
  }
}
