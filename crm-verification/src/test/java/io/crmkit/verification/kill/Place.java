package io.crmkit.verification.kill;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;

/** Where the killed processes keep their data, and where it is looked at afterwards. */
interface Place extends AutoCloseable {

  /** Enough for every writer and for the workers of two relays. */
  int MANY = 16;

  /** What Flyway needs, and the connection that looks whether it is needed. */
  int FOR_MIGRATION = 4;

  String url();

  String user();

  /** How many connections a process has at most. */
  default int connections() {
    return MANY;
  }

  @Override
  void close() throws Exception;

  /**
   * A file that every process opens itself, written before a commit is acknowledged. Each has one
   * connection: with more, H2 writes its file while others go on, one table after the other, and a
   * kill may leave half of what they were doing.
   */
  static Place h2(Path folder) {
    String url = "jdbc:h2:file:" + folder.resolve("crm").toAbsolutePath() + ";WRITE_DELAY=0";
    try (HikariDataSource pool = Nodes.pool(url, "sa", FOR_MIGRATION)) {
      Nodes.later(pool, Duration.ZERO).close();
    }
    return new Place() {
      @Override
      public String url() {
        return url;
      }

      @Override
      public String user() {
        return "sa";
      }

      @Override
      public int connections() {
        return 1;
      }

      @Override
      public void close() {}
    };
  }
}
