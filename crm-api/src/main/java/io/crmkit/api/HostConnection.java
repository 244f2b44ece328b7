package io.crmkit.api;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A bare connection whose transaction the host ends itself. Make one for each transaction.
 *
 * <pre>{@code
 * HostConnection transaction = HostTransaction.on(connection);
 * crm.session(tenant, actor).join(transaction).get(Opportunities.class).win(deal);
 * insertOrder(connection);
 * connection.commit();
 * transaction.drain();
 * }</pre>
 *
 * Nobody tells CrmKit when the connection commits. {@link #drain} does; without it deliveries and
 * other nodes' caches are none the worse, but this node notices as late as the others do.
 *
 * <p>For one thread at a time, like the connection.
 */
public final class HostConnection implements HostTransaction {

  private final Connection connection;
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean rollbackOnly;

  HostConnection(Connection connection) {
    this.connection = Objects.requireNonNull(connection, "connection");
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public boolean afterCommit(Runnable work) {
    return waiting.add(work);
  }

  @Override
  public void markRollbackOnly() {
    rollbackOnly = true;
  }

  /**
   * Whether the host must roll back, since a failed call could not be undone by itself: the
   * connection was lost, or the database undid the whole transaction to break a deadlock (as H2 and
   * MariaDB do). Further commands are refused then.
   */
  public boolean rollbackOnly() {
    return rollbackOnly;
  }

  /**
   * Does what waited for the commit: wakes the delivery of events, forgets what is cached of
   * changed definitions. Call it after {@code connection.commit()}, never after a rollback.
   * Sessions that joined this transaction are of no use afterwards.
   */
  public void drain() {
    List<Runnable> works = List.copyOf(waiting);
    waiting.clear();
    works.forEach(Runnable::run);
  }
}
