package io.crmkit.verification.kill;

import java.nio.file.Path;

/** Where the killed processes keep their data, and where it is looked at afterwards. */
interface Place extends AutoCloseable {

  /** Enough for every writer and for the workers of two relays. */
  int MANY = 16;

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
