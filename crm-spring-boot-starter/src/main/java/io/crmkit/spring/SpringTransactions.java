package io.crmkit.spring;

import io.crmkit.api.HostTransaction;
import io.crmkit.api.HostTransactions;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.ConfigurableTransactionManager;
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
  private final TransactionWatch watch;

  /**
   * @param dataSource the one that the transaction manager has; a {@link
   *     TransactionAwareDataSourceProxy} is looked through
   * @param watch a listener of every transaction manager on the DataSource
   */
  public SpringTransactions(DataSource dataSource, TransactionWatch watch) {
    this.dataSource = unwrapped(dataSource);
    this.watch = Objects.requireNonNull(watch, "watch");
  }

  /**
   * @param dataSource the one that the transaction manager has
   * @param manager is given a {@link TransactionWatch}
   */
  public static SpringTransactions of(
      DataSource dataSource, ConfigurableTransactionManager manager) {
    TransactionWatch watch = new TransactionWatch();
    manager.addListener(watch);
    return new SpringTransactions(dataSource, watch);
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
   *     already and about to be cleared away, or its manager has no {@link TransactionWatch}
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
    requireOpen(holder);
    SpringTransaction known =
        (SpringTransaction) TransactionSynchronizationManager.getResource(this);
    return known == null ? begin(holder) : known;
  }

  private void requireOpen(ConnectionHolder holder) {
    switch (watch.standing(holder)) {
      case OPEN -> {}
      case OVER ->
          throw new IllegalStateException(
              "the Spring transaction is committed already, or rolled back: do this in a"
                  + " transaction of its own (REQUIRES_NEW)");
      case UNKNOWN ->
          throw new IllegalStateException(
              "the manager of the Spring transaction does not tell CrmKit of its end: add the"
                  + " TransactionWatch to its listeners");
    }
  }

  private SpringTransaction begin(ConnectionHolder holder) {
    SpringTransaction begun = new SpringTransaction(dataSource, holder, watch);
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
