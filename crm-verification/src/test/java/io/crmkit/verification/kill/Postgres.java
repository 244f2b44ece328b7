package io.crmkit.verification.kill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server of its own, as durable as it comes, that can be stopped hard. */
final class Postgres implements Server {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private final Thread atTheEnd;
  private final EmbeddedPostgres server;
  private final Path log;
  private List<String> command = List.of();

  private Postgres(Path data) throws IOException {
    this.data = data;
    this.log = data.resolveSibling("postgres.log");
    this.server = builder(data).start();
    this.atTheEnd = new Thread(this::stop);
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  static Postgres start(Path folder) throws IOException {
    return new Postgres(Files.createDirectories(folder.resolve("data")));
  }

  private static EmbeddedPostgres.Builder builder(Path data) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on");
  }

  @Override
  public void kill() throws Exception {
    signal("-KILL");
  }

  /** As an administrator in a hurry does: {@code pg_ctl stop -m immediate}. */
  @Override
  public void stopImmediately() throws Exception {
    signal("-QUIT");
  }

  private void signal(String name) throws Exception {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    command = commandOf(postmaster);
    new ProcessBuilder("kill", name, String.valueOf(pid)).start().waitFor();
    postmaster.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** The server does not run as root, unless root is nobody outside of a namespace of its own. */
  private static List<String> commandOf(ProcessHandle postmaster) {
    List<String> words = new ArrayList<>();
    if (System.getProperty("user.name", "").equals("root")) {
      words.addAll(List.of("unshare", "-U"));
    }
    words.add(postmaster.info().command().orElseThrow());
    words.addAll(List.of(postmaster.info().arguments().orElseThrow()));
    return words;
  }

  @Override
  public void startAgain() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Process starting = launch();
    while (!answers()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the server does not start: " + Files.readString(log));
      }
      if (starting.waitFor(50, TimeUnit.MILLISECONDS)) {
        // Sessions of the dead server may live for a moment, and it waits for them to be gone.
        starting = launch();
      }
    }
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private boolean answers() {
    try {
      DriverManager.getConnection(url(), user(), "").close();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
    stop();
  }

  private void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException("the server does not stop", e);
    }
  }
}
