package io.crmkit.testkit.storage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A MariaDB server in a temporary folder, as fast as it gets and no safer than tests need. It ends
 * with the JVM, however that ends: a shell stands between, which kills the server and deletes the
 * folder when the pipe to the JVM breaks.
 */
final class MariaDbServer {

  /** Where the programs are, if not on the path: folders, written as a path is. */
  static final String HOME = "crmkit.mariadb.home";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 3;

  /** Standard places of packages that are not on every user's path. */
  private static final List<String> PLACES =
      List.of(
          "/usr/sbin",
          "/usr/libexec",
          "/usr/bin",
          "/usr/local/sbin",
          "/usr/local/bin",
          "/opt/homebrew/bin",
          "/opt/homebrew/opt/mariadb/bin",
          "/usr/local/opt/mariadb/bin");

  /**
   * Parameters: the folder, then the server and its arguments. Descriptor 3 is the pipe: its end is
   * read when the JVM has closed it or is gone. Only {@code sh} and {@code rm} are needed.
   */
  private static final String KEEPER =
      """
      folder=$1; shift
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      echo "$server" >"$folder/server.pid"
      ( read -r line <&3; kill -KILL "$server" 2>/dev/null; rm -rf "$folder" ) &
      keeper=$!
      exec 3<&-
      wait "$server"
      kill "$keeper" 2>/dev/null
      rm -rf "$folder"
      """;

  private final int port;

  /** Held on to, since the pipe to it is what keeps the server alive. */
  private final Process keeper;

  private MariaDbServer(int port, Process keeper) {
    this.port = port;
    this.keeper = keeper;
  }

  /** The address of a database; without a name, of the server. */
  String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
  }

  /** What is missing on this machine to start a server; empty if nothing is. */
  static Optional<String> missing() {
    List<String> programs = List.of("sh", "mariadbd", "mariadb-install-db");
    List<String> absent = programs.stream().filter(p -> find(p).isEmpty()).toList();
    if (!absent.isEmpty()) {
      return Optional.of(
          "no "
              + String.join(", ", absent)
              + " on the path (Debian's package is mariadb-server; other folders are named by -D"
              + HOME
              + ")");
    }
    try {
      Class.forName("org.mariadb.jdbc.Driver");
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.of("org.mariadb.jdbc:mariadb-java-client is not on the class path");
    }
  }

  /** Starts a server and waits until it answers. */
  static MariaDbServer start() {
    for (int attempt = 1; ; attempt++) {
      try {
        return startOnce();
      } catch (IllegalStateException e) {
        // Somebody else may have taken the port in between.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static MariaDbServer startOnce() {
    try {
      Path folder = Files.createTempDirectory("crmkit-mariadb");
      Path data = folder.resolve("data");
      List<String> user =
          System.getProperty("user.name", "").equals("root") ? List.of("--user=root") : List.of();
      install(data, user, folder.resolve("install.log"));
      int port = freePort();
      Path log = folder.resolve("server.log");
      Process keeper = run(folder, serverCommand(data, port, user), log);
      MariaDbServer server = new MariaDbServer(port, keeper);
      server.awaitAnswer(log);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("MariaDB does not start on this machine", e);
    }
  }

  private static void install(Path data, List<String> user, Path log) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program("mariadb-install-db"),
                "--no-defaults",
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db"));
    command.addAll(user);
    Process install =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!install.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || install.exitValue() != 0) {
        install.destroyForcibly();
        throw new IOException("mariadb-install-db failed: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static List<String> serverCommand(Path data, int port, List<String> user) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program("mariadbd"),
                "--no-defaults",
                "--datadir=" + data,
                "--socket=" + data.resolveSibling("socket"),
                "--pid-file=" + data.resolveSibling("pid"),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--max-connections=300",
                "--innodb-lock-wait-timeout=10",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=0",
                "--innodb-buffer-pool-size=64M",
                "--innodb-file-per-table=0",
                "--skip-log-bin",
                "--performance-schema=off"));
    command.addAll(user);
    return command;
  }

  private static Process run(Path folder, List<String> server, Path log) throws IOException {
    List<String> command = new ArrayList<>(List.of(program("sh"), "-c", KEEPER, "crmkit-mariadb"));
    command.add(folder.toString());
    command.addAll(server);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private void awaitAnswer(Path log) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    SQLException last = null;
    while (System.nanoTime() < end && keeper.isAlive()) {
      try {
        DriverManager.getConnection(url(""), "root", "").close();
        return;
      } catch (SQLException e) {
        last = e;
        pause();
      }
    }
    String said = Files.exists(log) ? Files.readString(log) : "it ended at once";
    keeper.destroy();
    throw new IllegalStateException("MariaDB does not start: " + said, last);
  }

  private void pause() throws IOException {
    try {
      // Returns at once when the server gives up.
      keeper.waitFor(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String program(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("there is no " + name + " on this machine"))
        .toString();
  }

  private static Optional<Path> find(String program) {
    String own = System.getProperty(HOME, "");
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(
            Stream.of(own, path).flatMap(p -> Arrays.stream(p.split(File.pathSeparator))),
            PLACES.stream())
        .filter(p -> !p.isBlank())
        .map(p -> Path.of(p).resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
