package io.crmkit.api;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that the host has begun and will end. CrmKit works inside it and never commits,
 * rolls back or closes it, nor changes its isolation or auto-commit.
 *
 * <p>A host with a transaction manager implements this port; {@link #on(Connection)} serves a bare
 * connection, and {@link Crm#begin()} opens one on any storage.
 */
public interface HostTransaction {

  /** The connection of this transaction, always the same; null on memory storage only. */
  @Nullable Connection connection();

  /** Whether savepoints may be set; where not, a failed command marks the transaction. */
  default boolean savepointsAllowed() {
    return true;
  }

  /**
   * Runs the work once the host has committed, and never if it rolls back.
   *
   * @return false if this host gives no notice of commits; then deliveries wait for {@link
   *     Crm#deliver()}
   */
  default boolean afterCommit(Runnable work) {
    return false;
  }

  /** Lets the host only roll back from now on. */
  default void markRollbackOnly() {}

  /** A bare connection with auto-commit off, ended by the host. */
  static HostTransaction on(Connection connection) {
    return () -> connection;
  }
}
