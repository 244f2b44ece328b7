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
import java.util.function.Predicate;
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
   * Parameters: the folder, the program that makes an empty database, its argument that says who it
   * runs as or nothing, then the server and its arguments. Descriptor 3 is the pipe: its end is
   * read when the JVM has closed it or is gone. Then all is removed; if the server ends by itself,
   * what it said stays for the JVM to read.
   */
  private static final String KEEPER =
      """
      folder=$1; install=$2; user=$3; shift 3
      exec 3<&0
      "$install" --no-defaults --datadir="$folder/data" --auth-root-authentication-method=normal \\
        --skip-test-db $user </dev/null 3<&- >"$folder/install.log" 2>&1 || cat "$folder/install.log"
      "$@" </dev/null 3<&- &
      server=$!
      ( read -r line <&3; rm -f "$folder.log"; kill -KILL "$server" 2>/dev/null ) &
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
    return missing(program -> find(program).isPresent());
  }

  static Optional<String> missing(Predicate<String> present) {
    List<String> programs = List.of("sh", "mariadbd", "mariadb-install-db");
    List<String> absent = programs.stream().filter(present.negate()).toList();
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

  /**
   * Starts a server and waits until it answers.
   *
   * @throws IllegalStateException if something is missing, or the server does not start
   */
  static MariaDbServer start() {
    missing()
        .ifPresent(
            what -> {
              throw new IllegalStateException("MariaDB is required here, but missing: " + what);
            });
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
      Path log = folder.resolveSibling(folder.getFileName() + ".log");
      log.toFile().deleteOnExit();
      int port = freePort();
      MariaDbServer server = new MariaDbServer(port, run(folder, port, log));
      server.awaitAnswer(log);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("MariaDB does not start on this machine", e);
    }
  }

  private static Process run(Path folder, int port, Path log) throws IOException {
    String user = System.getProperty("user.name", "").equals("root") ? "--user=root" : "";
    List<String> command =
        new ArrayList<>(
            List.of(
                program("sh"),
                "-c",
                KEEPER,
                "crmkit-mariadb",
                folder.toString(),
                program("mariadb-install-db"),
                user,
                program("mariadbd"),
                "--no-defaults",
                "--datadir=" + folder.resolve("data"),
                "--socket=" + folder.resolve("socket"),
                "--tmpdir=" + folder, // servers that start clear away temporary tables of others
                "--pid-file=" + folder.resolve("pid"),
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
    if (!user.isEmpty()) {
      command.add(user);
    }
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
    keeper.getOutputStream().close();
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

  static String program(String name) {
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
