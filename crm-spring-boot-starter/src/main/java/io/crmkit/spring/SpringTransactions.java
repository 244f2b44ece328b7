package io.crmkit.spring;

import io.crmkit.api.HostTransaction;
import io.crmkit.api.HostTransactions;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transactions that Spring has begun on a DataSource, by {@code @Transactional}, by {@code
 * TransactionTemplate} or otherwise. It works with transaction managers that bind their connection
 * to the DataSource: those for JDBC, JPA and Hibernate. What is remembered of a transaction is kept
 * among Spring's own resources of it, and suspended and resumed with it.
 *
 * <p>Safe for use by many threads.
 */
public final class SpringTransactions implements HostTransactions {

  private final DataSource dataSource;

  /**
   * @param dataSource the one that the transaction manager has; a {@link
   *     TransactionAwareDataSourceProxy} is looked through
   */
  public SpringTransactions(DataSource dataSource) {
    this.dataSource = unwrapped(dataSource);
  }

  /**
   * The DataSource below proxies that hand out the connection of the current transaction. CrmKit
   * must have this one for its own transactions: it would commit those of the host otherwise.
   */
  public static DataSource unwrapped(DataSource dataSource) {
    DataSource source = Objects.requireNonNull(dataSource, "dataSource");
    while (source instanceof TransactionAwareDataSourceProxy proxy) {
      source =
          Objects.requireNonNull(
              proxy.getTargetDataSource(), "the target of the DataSource's proxy");
    }
    return source;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Rolling back to a savepoint (as nested transactions do) leaves the session that was joined
   * before of use; what was remembered of the transaction is forgotten, and the next call gives a
   * fresh instance.
   *
   * @throws IllegalStateException if the transaction is not on this DataSource, or is committed
   *     already and about to be cleared away
   */
  @Override
  public Optional<HostTransaction> current() {
    ConnectionHolder holder = holder();
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      if (holder != null) {
        throw new IllegalStateException(
            "the Spring transaction is ending, or its manager does not synchronize: do this in a"
                + " transaction of its own (REQUIRES_NEW)");
      }
      return Optional.empty();
    }
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      return Optional.empty();
    }
    if (holder == null) {
      throw new IllegalStateException(
          "the Spring transaction "
              + TransactionSynchronizationManager.getCurrentTransactionName()
              + " has no connection of the CRM's DataSource: its transaction manager must work on"
              + " the same DataSource, or a HostTransactions bean must know it (JtaTransactions of"
              + " crm-jta for JTA)");
    }
    return Optional.of(transaction(holder));
  }

  private SpringTransaction transaction(ConnectionHolder holder) {
    SpringTransaction known =
        (SpringTransaction) TransactionSynchronizationManager.getResource(this);
    if (known != null) {
      if (known.ended()) {
        throw new IllegalStateException(
            "the Spring transaction is committed already: do this in a transaction of its own"
                + " (REQUIRES_NEW)");
      }
      return known;
    }
    return begin(holder);
  }

  private SpringTransaction begin(ConnectionHolder holder) {
    SpringTransaction begun = new SpringTransaction(dataSource, holder);
    TransactionSynchronizationManager.bindResource(this, begun);
    TransactionSynchronizationManager.registerSynchronization(new Following(this, begun));
    return begun;
  }

  /** The connection that Spring has bound to the calling thread; null if none. */
  private @Nullable ConnectionHolder holder() {
    return TransactionSynchronizationManager.getResource(dataSource) instanceof ConnectionHolder h
        ? h
        : null;
  }
}
