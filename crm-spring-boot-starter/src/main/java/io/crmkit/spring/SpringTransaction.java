package io.crmkit.spring;

import io.crmkit.api.HostTransaction;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One transaction of Spring's, on its connection. For one thread at a time. */
final class SpringTransaction implements HostTransaction {

  private final DataSource dataSource;
  private final ConnectionHolder holder;
  private final Connection connection;
  private final boolean readOnly;
  private final List<Runnable> beforeCommit = new ArrayList<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final TransactionWatch watch;
  private boolean ended;

  /** Of the calling thread. */
  SpringTransaction(DataSource dataSource, ConnectionHolder holder, TransactionWatch watch) {
    this.watch = watch;
    this.dataSource = dataSource;
    this.holder = holder;
    this.connection = DataSourceUtils.getConnection(dataSource);
    this.readOnly = TransactionSynchronizationManager.isCurrentTransactionReadOnly();
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public boolean readOnly() {
    return readOnly;
  }

  @Override
  public boolean beforeCommit(Runnable work) {
    return beforeCommit.add(work);
  }

  @Override
  public boolean afterCommit(Runnable work) {
    return afterCommit.add(work);
  }

  /**
   * Spring's manager for JDBC then rolls back and says so; others are stopped before the commit.
   */
  @Override
  public void markRollbackOnly() {
    holder.setRollbackOnly();
  }

  @Override
  public boolean ended() {
    return ended || watch.standing(holder) == TransactionWatch.Standing.OVER;
  }

  /** Works may add others. */
  void commits() {
    for (int i = 0; i < beforeCommit.size(); i++) {
      beforeCommit.get(i).run();
    }
  }

  void committed() {
    ended = true;
    List.copyOf(afterCommit).forEach(Runnable::run);
    afterCommit.clear();
  }

  void release() {
    ended = true;
    DataSourceUtils.releaseConnection(connection, dataSource);
  }
}
