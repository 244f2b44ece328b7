package io.crmkit.verification.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A JVM that runs {@link Load} until it is killed. Its journal is a file. */
final class Victim implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

  private final Process process;
  private final Path journal;
  private final Path errors;

  private Victim(Process process, Path journal, Path errors) {
    this.process = process;
    this.journal = journal;
    this.errors = errors;
  }

  /** Starts it, and returns when its writers have begun. */
  static Victim underLoad(Place place, String tenant, long seed, Path folder) throws Exception {
    Path journal = folder.resolve(tenant + ".journal");
    Path errors = folder.resolve(tenant + ".errors");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classPath(),
                Load.class.getName(),
                place.url(),
                place.user(),
                String.valueOf(place.connections()),
                tenant,
                String.valueOf(seed))
            .redirectOutput(journal.toFile())
            .redirectError(errors.toFile())
            .start();
    Victim victim = new Victim(process, journal, errors);
    try {
      victim.await(text -> text.contains(Load.READY + "\n"));
    } catch (Exception e) {
      victim.close();
      throw e;
    }
    return victim;
  }

  private static String classPath() {
    return Objects.requireNonNullElse(
        System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
  }

  /** Something that is to be found in the journal. */
  interface Sight {
    boolean isIn(String text);
  }

  /** Returns when the journal shows it. */
  void await(Sight sight) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (!sight.isIn(Files.readString(journal))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("nothing more happens: " + complaints());
      }
      letRun(20);
    }
  }

  /** Lets it go on for a while. */
  void letRun(long millis) throws Exception {
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("ended by itself: " + complaints());
    }
  }

  /** How many operations were acknowledged until now. */
  static long acknowledged(String text) {
    return text.lines().filter(line -> line.startsWith("+\t")).count();
  }

  long acknowledged() throws IOException {
    return acknowledged(Files.readString(journal));
  }

  /** SIGKILL, and what it had written until then. */
  Journal kill() throws Exception {
    letRun(0);
    close();
    return Journal.read(journal);
  }

  private String complaints() throws IOException {
    return Files.readString(errors);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
