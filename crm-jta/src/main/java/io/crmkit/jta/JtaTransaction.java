package io.crmkit.jta;

import io.crmkit.api.HostTransaction;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One transaction of the manager's. For one thread at a time, but for its end: a manager may roll
 * back from a thread of its own when the time is up.
 */
final class JtaTransaction implements HostTransaction, Synchronization {

  private static final System.Logger LOG = System.getLogger(JtaTransaction.class.getName());

  private final TransactionSynchronizationRegistry registry;
  private final Connection connection;
  private final List<Runnable> beforeCommit = new CopyOnWriteArrayList<>();
  private final List<Runnable> afterCommit = new CopyOnWriteArrayList<>();

  private volatile boolean ended;

  JtaTransaction(TransactionSynchronizationRegistry registry, Connection connection) {
    this.registry = registry;
    this.connection = connection;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  /** XA forbids them. */
  @Override
  public boolean savepointsAllowed() {
    return false;
  }

  @Override
  public boolean beforeCommit(Runnable work) {
    return beforeCommit.add(work);
  }

  @Override
  public boolean afterCommit(Runnable work) {
    return afterCommit.add(work);
  }

  @Override
  public void markRollbackOnly() {
    registry.setRollbackOnly();
  }

  /** What throws here makes the manager roll back. Works may add others. */
  @Override
  public void beforeCompletion() {
    for (int i = 0; i < beforeCommit.size(); i++) {
      beforeCommit.get(i).run();
    }
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void afterCompletion(int status) {
    ended = true;
    close();
    if (status == Status.STATUS_COMMITTED) {
      afterCommit.forEach(Runnable::run);
    }
  }

  /** What was done in it is committed or not, whatever the pool says now. */
  void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the connection of a JTA transaction could not be given back", e);
    }
  }
}
