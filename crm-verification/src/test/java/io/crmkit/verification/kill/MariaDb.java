package io.crmkit.verification.kill;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.testkit.storage.MariaDbStorage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A MariaDB server of its own, as durable as it comes, that can be killed. */
final class MariaDb implements Server {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DATABASE = "crm";

  /** Kills the server when the pipe to this JVM ends, be it that the JVM does. */
  private static final String KEEPER =
      """
      "$@" </dev/null &
      read -r line
      kill -KILL $!
      wait
      """;

  private final Path folder;
  private final int port;
  private Process keeper;

  private MariaDb(Path folder) throws Exception {
    this.folder = folder;
    this.port = freePort();
    install();
    this.keeper = launch();
    awaitAnswer();
    try (Connection connection = DriverManager.getConnection(url(""), user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database " + DATABASE + " character set utf8mb4 collate utf8mb4_nopad_bin");
    }
  }

  /** Aborts the test where MariaDB is not installed, unless it is required. */
  static MariaDb start(Path folder) throws Exception {
    MariaDbStorage installed = new MariaDbStorage();
    assumeTrue(
        installed.wanted(), () -> "MariaDB cannot be killed: " + installed.missing().orElse(""));
    return new MariaDb(Files.createDirectories(folder));
  }

  private void install() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(MariaDbStorage.program("mariadb-install-db"));
    command.addAll(List.of("--no-defaults", "--datadir=" + data()));
    command.addAll(List.of("--auth-root-authentication-method=normal", "--skip-test-db"));
    command.addAll(asRoot());
    Path said = folder.resolve("install.log");
    int result = started(command, said).waitFor();
    if (result != 0) {
      throw new IllegalStateException("no empty database can be made: " + Files.readString(said));
    }
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(MariaDbStorage.program("sh"), "-c", KEEPER, "crmkit-mariadb"));
    command.add(MariaDbStorage.program("mariadbd"));
    command.addAll(List.of("--no-defaults", "--datadir=" + data()));
    command.addAll(List.of("--socket=" + folder.resolve("socket"), "--tmpdir=" + folder));
    command.addAll(List.of("--bind-address=127.0.0.1", "--port=" + port, "--skip-name-resolve"));
    command.addAll(asRoot());
    return started(command, log());
  }

  private static Process started(List<String> command, Path log) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** It does not run as root by itself. */
  private static List<String> asRoot() {
    return System.getProperty("user.name", "").equals("root") ? List.of("--user=root") : List.of();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path log() {
    return folder.resolve("mariadb.log");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (System.nanoTime() > end || keeper.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("MariaDB does not start: " + Files.readString(log()));
      }
    }
  }

  private boolean answers() {
    try {
      DriverManager.getConnection(url(""), user(), "").close();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void kill() throws Exception {
    keeper.getOutputStream().close();
    if (!keeper.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("MariaDB cannot be killed");
    }
  }

  @Override
  public void startAgain() throws Exception {
    keeper = launch();
    awaitAnswer();
  }

  private String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public String url() {
    return url(DATABASE);
  }

  @Override
  public String user() {
    return "root";
  }

  @Override
  public void close() throws Exception {
    kill();
  }
}
