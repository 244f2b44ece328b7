package io.crmkit.core.kernel.host;

import io.crmkit.api.HostTransaction;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** A host that tells of its commits. */
final class TellingHost implements HostTransaction {
  private final Connection connection;
  final List<Runnable> before = new ArrayList<>();
  final List<Runnable> after = new ArrayList<>();
  boolean savepoints = true;
  boolean readOnly;
  boolean rollbackOnly;

  TellingHost(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public boolean savepointsAllowed() {
    return savepoints;
  }

  @Override
  public boolean readOnly() {
    return readOnly;
  }

  @Override
  public boolean beforeCommit(Runnable work) {
    return before.add(work);
  }

  @Override
  public boolean afterCommit(Runnable work) {
    return after.add(work);
  }

  @Override
  public void markRollbackOnly() {
    rollbackOnly = true;
  }
}
