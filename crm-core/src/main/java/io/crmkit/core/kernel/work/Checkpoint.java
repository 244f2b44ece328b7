package io.crmkit.core.kernel.work;

import io.crmkit.core.kernel.storage.StorageTx;
import org.jspecify.annotations.Nullable;

/**
 * A place in a transaction from which on a part of it is kept or undone. Until then the connection
 * is this context's: whoever joins the same transaction meanwhile takes part in this work.
 */
final class Checkpoint {

  private final Kernel kernel;
  private final TxContext tx;
  private final int events;
  private final int works;
  private final int writes;
  private final boolean tookLine;
  private final StorageTx.@Nullable Savepoint savepoint;

  private Checkpoint(Kernel kernel, TxContext tx) {
    this.kernel = kernel;
    this.tx = tx;
    this.events = tx.events().size();
    this.works = tx.works();
    this.writes = tx.writes().size();
    this.savepoint =
        tx.savepointNeeded() && tx.savepointsAllowed() ? CommandRun.savepoint(kernel, tx) : null;
    this.tookLine = tx.takeLine();
  }

  static Checkpoint set(Kernel kernel, TxContext tx) {
    return new Checkpoint(kernel, tx);
  }

  /** Keeps what was done since: everything that waits is sent, or goes with the commit. */
  void keep() {
    CommandRun.writeSequences(kernel, tx);
    if (!tx.commitsNext()) {
      tx.storage().flush();
    }
    if (savepoint != null) {
      savepoint.release();
    }
  }

  /** Undoes what was done since; where it cannot, the transaction can only be rolled back. */
  void undo(Throwable failure) {
    tx.events().subList(Math.min(events, tx.events().size()), tx.events().size()).clear();
    tx.truncateWorks(works);
    tx.truncateWrites(writes);
    tx.sequences().clear();
    if (savepoint == null) {
      tx.markRollbackOnly(failure);
      return;
    }
    try {
      savepoint.rollback();
    } catch (RuntimeException e) {
      tx.markRollbackOnly(failure);
      failure.addSuppressed(e);
    }
  }

  /** Gives the connection back. Comes last, whatever happened. */
  void leave() {
    if (tookLine) {
      tx.leaveLine();
    }
  }
}
