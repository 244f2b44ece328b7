package io.crmkit.spring;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Knows which of Spring's transactions are open, and which are committed but not yet cleared away.
 * Nothing else tells them apart: until it has called everybody who waits for the commit, Spring
 * leaves the connection bound to the thread, and what is written then would never be committed.
 * Each transaction manager must have it as a listener ({@code manager.addListener(watch)}).
 *
 * <p>Safe for use by many threads.
 */
public final class TransactionWatch implements TransactionExecutionListener {

  /** How a transaction stands. */
  enum Standing {
    OPEN,
    OVER,
    /** Its manager does not tell. */
    UNKNOWN
  }

  private final Map<ConnectionHolder, Standing> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Of the transaction that this holder's connection is in. */
  Standing standing(ConnectionHolder holder) {
    return known.getOrDefault(holder, Standing.UNKNOWN);
  }

  @Override
  public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
    if (failure == null) {
      holder(transaction).ifPresent(holder -> known.put(holder, Standing.OPEN));
    }
  }

  /** Called after all that the host does before the commit. */
  @Override
  public void beforeCommit(TransactionExecution transaction) {
    ends(transaction);
  }

  @Override
  public void beforeRollback(TransactionExecution transaction) {
    ends(transaction);
  }

  /** A savepoint's end is not that of the transaction. */
  private void ends(TransactionExecution transaction) {
    if (!transaction.isNested()) {
      holder(transaction).ifPresent(holder -> known.put(holder, Standing.OVER));
    }
  }

  private static Optional<ConnectionHolder> holder(TransactionExecution transaction) {
    return transaction instanceof DefaultTransactionStatus status
            && status.hasTransaction()
            && status.getTransaction() instanceof JdbcTransactionObjectSupport jdbc
            && jdbc.hasConnectionHolder()
        ? Optional.of(jdbc.getConnectionHolder())
        : Optional.empty();
  }
}
