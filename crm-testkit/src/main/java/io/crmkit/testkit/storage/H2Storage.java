package io.crmkit.testkit.storage;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** H2, each place a database of its own in memory, or in a file. */
public final class H2Storage implements TestStorage {

  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public String name() {
    return "H2";
  }

  @Override
  public TestPlace open() {
    String name = "crmkit" + COUNT.incrementAndGet();
    return DatabasePlace.at("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa");
  }

  /** A database in this folder: what was written is there again when it is opened anew. */
  public static TestPlace inFile(Path folder) {
    return DatabasePlace.at("jdbc:h2:file:" + folder.resolve("crm").toAbsolutePath(), "sa");
  }
}
