package io.crmkit.verification.kill;

import java.nio.file.Path;

/** Where the killed processes keep their data, and where it is looked at afterwards. */
interface Place extends AutoCloseable {

  String url();

  String user();

  @Override
  void close() throws Exception;

  /** A file that every process opens itself, written before a commit is acknowledged. */
  static Place h2(Path folder) {
    return new Place() {
      @Override
      public String url() {
        return "jdbc:h2:file:" + folder.resolve("crm").toAbsolutePath() + ";WRITE_DELAY=0";
      }

      @Override
      public String user() {
        return "sa";
      }

      @Override
      public void close() {}
    };
  }
}
