package io.crmkit.core.kernel.work;

import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.core.kernel.storage.StorageTx.MovingSavepoint;
import org.jspecify.annotations.Nullable;

/** Parts of a work of which each may fail, and the rest goes on as if it had not been there. */
final class Parts {

  private final TxContext tx;
  private final @Nullable MovingSavepoint savepoint;
  private int events;
  private int works;

  Parts(TxContext tx) {
    this.tx = tx;
    this.savepoint = tx.savepointsAllowed() ? tx.storage().savepointForReads() : null;
  }

  /** What was done so far is kept, whatever becomes of the next part. */
  void begin() {
    events = tx.events().size();
    works = tx.works();
    if (savepoint != null) {
      savepoint.move();
    }
  }

  /**
   * Undoes the part that failed.
   *
   * @throws RuntimeException the failure, if the whole work cannot go on or had better be tried
   *     again
   */
  void rescue(RuntimeException failure) {
    if (failure instanceof Conflict
        || (savepoint == null && failure instanceof StorageFailure)
        || tx.rollbackOnly()) {
      throw failure;
    }
    if (savepoint != null) {
      try {
        savepoint.back();
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
        throw failure;
      }
      tx.events().subList(Math.min(events, tx.events().size()), tx.events().size()).clear();
      tx.truncateWorks(works);
    }
  }

  void end() {
    if (savepoint != null) {
      savepoint.release();
    }
  }

  /** The whole work failed: leaves no savepoint behind. */
  void abandon(Throwable failure) {
    if (savepoint != null) {
      try {
        savepoint.rollback();
      } catch (RuntimeException e) {
        failure.addSuppressed(e);
      }
    }
  }
}
