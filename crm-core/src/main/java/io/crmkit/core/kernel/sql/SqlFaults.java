package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.StorageFailure;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What went wrong in one transaction so far, and whether it can go on. For one thread. */
final class SqlFaults {

  private final SqlStorage storage;
  private int count;
  private @Nullable CrmException end;

  SqlFaults(SqlStorage storage) {
    this.storage = storage;
  }

  /** The error as CrmKit throws it; noted. */
  CrmException translated(SQLException e) {
    SqlFault fault = SqlFault.of(e);
    return noted(fault, e, fault.with(e));
  }

  /** The same for what was sent together with the commit. */
  CrmException translatedCommit(SQLException e) {
    SqlFault fault = SqlFault.of(e);
    return noted(fault, e, fault.withCommit(e));
  }

  private CrmException noted(SqlFault fault, SQLException e, CrmException translated) {
    count++;
    boolean lost = fault == SqlFault.CONNECTION_LOST;
    if (lost) {
      storage.connections().noteLoss();
    }
    if (end == null && (lost || storage.dialect().undoesTransaction(fault, e))) {
      end = translated;
    }
    return translated;
  }

  /** How many statements failed. */
  int count() {
    return count;
  }

  /**
   * What is sent after the transaction is gone would be a transaction of its own, and half a
   * command.
   *
   * @throws Conflict if a rival's work undid it
   * @throws StorageFailure if it is gone for another reason
   */
  void requireTransaction() {
    if (end != null) {
      String message = "this transaction is gone and can only be rolled back: " + end.getMessage();
      throw end instanceof Conflict ? new Conflict(message, end) : new StorageFailure(message, end);
    }
  }
}
