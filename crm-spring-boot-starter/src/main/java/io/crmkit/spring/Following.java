package io.crmkit.spring;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Follows a transaction of Spring's to its end. After a rollback to a savepoint the transaction is
 * followed by a second instance, since what is remembered of it may be undone; both hear the end.
 */
final class Following implements TransactionSynchronization {

  private final SpringTransactions key;
  private final SpringTransaction transaction;
  private boolean suspended;

  Following(SpringTransactions key, SpringTransaction transaction) {
    this.key = key;
    this.transaction = transaction;
  }

  /** After the host's own, whose work before the commit may call CrmKit. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private boolean bound() {
    return TransactionSynchronizationManager.getResource(key) == transaction;
  }

  private void unbind() {
    if (bound()) {
      TransactionSynchronizationManager.unbindResource(key);
    }
  }

  @Override
  public void suspend() {
    suspended = bound();
    unbind();
  }

  @Override
  public void resume() {
    if (suspended) {
      TransactionSynchronizationManager.bindResource(key, transaction);
    }
  }

  @Override
  public void savepointRollback(Object savepoint) {
    unbind();
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    transaction.commits();
  }

  @Override
  public void afterCommit() {
    transaction.committed();
  }

  @Override
  public void afterCompletion(int status) {
    unbind();
    transaction.release();
  }
}
