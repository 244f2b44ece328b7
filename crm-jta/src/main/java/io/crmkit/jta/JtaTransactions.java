package io.crmkit.jta;

import io.crmkit.api.HostTransaction;
import io.crmkit.api.HostTransactions;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The transactions of a Jakarta transaction manager, which other databases and queues may take part
 * in. What is remembered of a transaction is kept among the manager's own resources of it.
 *
 * <p>Savepoints are forbidden there: a command that is refused or fails marks the transaction,
 * which can then only be rolled back.
 *
 * <pre>{@code
 * Crm crm = Crm.builder(policy).dataSource(ownPool).open();
 * JtaTransactions transactions = new JtaTransactions(registry, jtaPool);
 *
 * userTransaction.begin();
 * transactions.join(crm.session(tenant, actor)).get(Opportunities.class).win(deal);
 * insertOrder(jtaPool);
 * userTransaction.commit();
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class JtaTransactions implements HostTransactions {

  private final TransactionSynchronizationRegistry registry;
  private final DataSource dataSource;

  /**
   * @param registry of the transaction manager; in containers {@code
   *     java:comp/TransactionSynchronizationRegistry}
   * @param dataSource one whose connections take part in the current transaction, on the database
   *     that the CRM is on. The CRM itself is opened on one whose connections do not: it commits
   *     what it does outside the host's transactions.
   */
  public JtaTransactions(TransactionSynchronizationRegistry registry, DataSource dataSource) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if it is ending, or no connection can be had within it
   */
  @Override
  public Optional<HostTransaction> current() {
    if (registry.getTransactionKey() == null) {
      return Optional.empty();
    }
    int status = registry.getTransactionStatus();
    if (status != Status.STATUS_ACTIVE && status != Status.STATUS_MARKED_ROLLBACK) {
      throw new IllegalStateException(
          "the JTA transaction is ending (status "
              + status
              + "): do this in a transaction of its own");
    }
    JtaTransaction known = (JtaTransaction) registry.getResource(this);
    return Optional.of(known == null ? begin() : known);
  }

  private JtaTransaction begin() {
    Connection connection = connection();
    JtaTransaction begun = new JtaTransaction(registry, connection);
    try {
      registry.registerInterposedSynchronization(begun);
      registry.putResource(this, begun);
      return begun;
    } catch (RuntimeException e) {
      begun.close();
      throw e;
    }
  }

  private Connection connection() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException("no connection can be had within the JTA transaction", e);
    }
  }
}
