package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.StorageFailure;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What went wrong in one transaction so far, and whether it can go on. For one thread. */
final class SqlFaults {

  private final Dialect dialect;
  private int count;
  private @Nullable CrmException end;

  SqlFaults(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The error as CrmKit throws it; noted. */
  CrmException translated(SQLException e) {
    SqlFault fault = SqlFault.of(e);
    CrmException translated = fault.with(e);
    count++;
    boolean undone = fault == SqlFault.DEADLOCK && dialect.deadlockUndoesTransaction();
    if (end == null && (undone || fault == SqlFault.CONNECTION_LOST)) {
      end = translated;
    }
    return translated;
  }

  /** How many statements failed. */
  int count() {
    return count;
  }

  /** Whether the transaction is gone, though nobody has rolled it back here. */
  boolean gone() {
    return end != null;
  }

  /**
   * What is sent after the transaction is gone would be a transaction of its own, and half a
   * command.
   *
   * @throws StorageFailure if the transaction is gone
   */
  void requireTransaction() {
    if (end != null) {
      throw new StorageFailure(
          "this transaction is gone and can only be rolled back: " + end.getMessage(), end);
    }
  }
}
