package io.crmkit.examples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.CrmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the program keeps its data.
 *
 * @param pool a pool of connections; null for memory
 * @param name for people
 */
record Database(@Nullable HikariDataSource pool, String name) implements AutoCloseable {

  /** H2 writes every commit through to the disk, so that a killed program loses nothing. */
  private static final String DURABLE = ";WRITE_DELAY=0";

  /**
   * Opens the one that the command line names.
   *
   * @throws IOException if the output folder cannot be made, or the driver is missing
   * @throws RuntimeException if the database cannot be reached
   */
  static Database open(Arguments arguments) throws IOException {
    return switch (arguments.storage()) {
      case MEMORY -> new Database(null, "memory");
      case POSTGRES -> server(Objects.requireNonNull(arguments.place()));
      case MARIADB -> {
        requireMariaDbDriver();
        yield server(Objects.requireNonNull(arguments.place()));
      }
      case FILE -> file(Path.of(Objects.requireNonNull(arguments.place())));
      case NEW_FILE -> file(newFile(arguments.out()));
    };
  }

  /** An H2 database in this file, to whose name H2 adds {@code .mv.db}. */
  static Database file(Path path) throws IOException {
    Path file = path.toAbsolutePath();
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return new Database(pool("jdbc:h2:file:" + file + DURABLE), path + ".mv.db");
  }

  private static Database server(String url) {
    return new Database(pool(url), url.replaceAll("password=[^&]*", "password=***"));
  }

  /** Its licence, the LGPL, keeps it out of the program's own jar. */
  private static void requireMariaDbDriver() throws IOException {
    try {
      Class.forName("org.mariadb.jdbc.Driver");
    } catch (ClassNotFoundException e) {
      throw new IOException(
          "MariaDB's driver, org.mariadb.jdbc:mariadb-java-client, is not on the class path", e);
    }
  }

  private static Path newFile(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("crm");
    for (int i = 2; Files.exists(folder.resolve(file.getFileName() + ".mv.db")); i++) {
      file = folder.resolve("crm-" + i);
    }
    return file;
  }

  private static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(4);
    return new HikariDataSource(config);
  }

  /** Whether what was written is there when the program starts again. */
  boolean lasting() {
    return pool != null;
  }

  CrmBuilder configure(CrmBuilder builder) {
    return pool == null ? builder.inMemory() : builder.dataSource(pool);
  }

  @Override
  public void close() {
    if (pool != null) {
      pool.close();
    }
  }
}
