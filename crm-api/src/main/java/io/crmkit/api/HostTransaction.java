package io.crmkit.api;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that the host has begun and will end. CrmKit works inside it and never commits,
 * rolls back or closes it, nor changes its isolation or auto-commit.
 *
 * <p>A host with a transaction manager implements this port; {@link #on(Connection)} serves a bare
 * connection, and {@link Crm#begin()} opens one on any storage. One instance stands for one
 * transaction: sessions that join the same instance see each other's work as one session would.
 *
 * <p>For one thread at a time, like the connection.
 */
public interface HostTransaction {

  /** The connection of this transaction, always the same; null on memory storage only. */
  @Nullable Connection connection();

  /**
   * Whether savepoints may be set. Where not (as in XA transactions), a failed command cannot be
   * undone by itself: it {@link #markRollbackOnly marks} the transaction, and later commands are
   * refused.
   */
  default boolean savepointsAllowed() {
    return true;
  }

  /**
   * Whether the host began it for reading only. Then commands are refused before any statement is
   * sent; what a read-only connection says of itself need not be repeated here.
   */
  default boolean readOnly() {
    return false;
  }

  /**
   * Whether it is committed or rolled back, or about to be: no statement may be sent any more.
   * Sessions that have joined it are then refused with an {@link IllegalStateException}.
   */
  default boolean ended() {
    return false;
  }

  /**
   * Runs the work just before the host commits, while statements may still be sent. If it throws,
   * the host must roll back.
   *
   * @return false if this host gives no notice before commits
   */
  default boolean beforeCommit(Runnable work) {
    return false;
  }

  /**
   * Runs the work once the host has committed, and never if it rolls back. The work is short, sends
   * no statement and does not throw.
   *
   * @return false if this host gives no notice of commits; then what other nodes do by polling is
   *     done by polling here, too, or by {@link Crm#deliver()}
   */
  default boolean afterCommit(Runnable work) {
    return false;
  }

  /** Lets the host only roll back from now on: a failed command could not be undone by itself. */
  default void markRollbackOnly() {}

  /** A bare connection with auto-commit off, whose transaction the host ends itself. */
  static HostConnection on(Connection connection) {
    return new HostConnection(connection);
  }
}
