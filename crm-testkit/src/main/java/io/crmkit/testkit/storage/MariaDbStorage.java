package io.crmkit.testkit.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB: one server for the JVM, started when first wanted from the programs that are installed
 * on this machine, and each place a database of its own in it.
 */
public final class MariaDbStorage implements TestStorage {

  /** Its name among the storages. */
  public static final String NAME = "MARIADB";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable MariaDbServer server;
  private static @Nullable String failure;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> missing() {
    return MariaDbServer.missing();
  }

  @Override
  public TestPlace open() {
    return open("");
  }

  /**
   * A place behind a driver with these options.
   *
   * @param options such as {@code "useServerPrepStmts=true"}; empty for none
   */
  public static TestPlace open(String options) {
    MariaDbServer running = server();
    String name = "crmkit" + COUNT.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(running.url(""), "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database " + name + " character set utf8mb4 collate utf8mb4_nopad_bin");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create a database in MariaDB", e);
    }
    return DatabasePlace.at(running.url(name) + (options.isEmpty() ? "" : "?" + options), "root");
  }

  /**
   * Where a program of MariaDB is on this machine, for tests that need a server of their own.
   *
   * @throws IllegalStateException if it is not installed
   */
  public static String program(String name) {
    return MariaDbServer.program(name);
  }

  /** What failed once is not waited for again by every test. */
  private static synchronized MariaDbServer server() {
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
    if (server == null) {
      try {
        server = MariaDbServer.start();
      } catch (RuntimeException e) {
        failure = String.valueOf(e.getMessage());
        throw e;
      }
    }
    return server;
  }
}
