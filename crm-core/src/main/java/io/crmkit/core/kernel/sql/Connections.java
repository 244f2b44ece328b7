package io.crmkit.core.kernel.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.error.StorageFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's pool. After a connection was lost others of it are likely to be dead, too: for a while
 * each is looked at before it is used. Safe for many threads.
 */
final class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final int LOOK_SECONDS = 2;
  private static final long SUSPICION_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int MAX_EVICTED = 50;
  private static final int MAX_HELD = 3;

  private final DataSource dataSource;
  private volatile long suspiciousUntil;
  private volatile boolean everLost;

  Connections(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * A connection that is not known to be dead. Dead ones are taken out of the pool; where that
   * cannot be done, a few are held meanwhile, or the pool would hand out the same again.
   *
   * @throws StorageFailure if there is none
   */
  Connection take() {
    List<Connection> held = new ArrayList<>();
    try {
      for (int dead = 0; dead < MAX_EVICTED && held.size() < MAX_HELD; dead++) {
        Connection connection = dataSource.getConnection();
        if (!isSuspicious() || lives(connection)) {
          return connection;
        }
        if (evicted(connection)) {
          closeQuietly(connection);
        } else {
          held.add(connection);
        }
      }
      throw new StorageFailure("no connection to the database could be had: all are dead");
    } catch (SQLException e) {
      throw SqlFault.NO_CONNECTION.with(e);
    } finally {
      held.forEach(Connections::closeQuietly);
    }
  }

  /** H2 holds connections to a database that closed itself for valid, until they are used. */
  private static boolean lives(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      if (!connection.isValid(LOOK_SECONDS)) {
        return false;
      }
      statement.execute("select 1");
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      return true;
    } catch (SQLException e) {
      LOG.debug("a connection of the pool is dead", e);
      return false;
    }
  }

  private boolean isSuspicious() {
    return everLost && System.nanoTime() - suspiciousUntil < 0;
  }

  void noteLoss() {
    suspiciousUntil = System.nanoTime() + SUSPICION_NANOS;
    everLost = true;
  }

  /**
   * The connection is broken, or in a state that nobody knows: nobody else shall have it. Its
   * auto-commit is not touched, since turning it on might commit what is half done; the database
   * undoes that when the session ends.
   */
  void giveUp(Connection connection, SqlFault fault) {
    if (fault == SqlFault.CONNECTION_LOST) {
      noteLoss();
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("a broken connection cannot be aborted", e);
    }
    boolean unused = evicted(connection);
    closeQuietly(connection);
  }

  private boolean evicted(Connection connection) {
    try {
      return Hikari.PRESENT && Hikari.evict(dataSource, connection);
    } catch (SQLException e) {
      LOG.debug("a broken connection cannot be evicted", e);
      return false;
    }
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("a broken connection cannot be closed", e);
    }
  }

  /**
   * HikariCP, which most hosts have, asks connections whether they live only after half a second of
   * rest, and does not know all errors of H2 that mean they do not. It has to be told.
   */
  private static final class Hikari {

    static final boolean PRESENT = isPresent();

    private static boolean isPresent() {
      try {
        Class.forName(
            "com.zaxxer.hikari.HikariDataSource", false, Connections.class.getClassLoader());
        return true;
      } catch (ClassNotFoundException e) {
        return false;
      }
    }

    /** False if the pool does not know this connection, such as one that is wrapped. */
    static boolean evict(DataSource source, Connection connection) throws SQLException {
      if (connection.getClass().getName().startsWith("com.zaxxer.hikari")
          && source.isWrapperFor(HikariDataSource.class)) {
        source.unwrap(HikariDataSource.class).evictConnection(connection);
        return true;
      }
      return false;
    }
  }
}
