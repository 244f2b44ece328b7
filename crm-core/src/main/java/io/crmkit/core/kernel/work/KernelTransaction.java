package io.crmkit.core.kernel.work;

import io.crmkit.api.CrmTransaction;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A transaction that the host begins and ends by hand, on any storage. */
public final class KernelTransaction implements CrmTransaction {

  private final TxContext context;

  public KernelTransaction(Kernel kernel) {
    this.context = kernel.begin(TxContext.Kind.GROUP);
  }

  TxContext context() {
    return context;
  }

  @Override
  public @Nullable Connection connection() {
    return null;
  }

  @Override
  public boolean afterCommit(Runnable work) {
    context.afterCommit(work);
    return true;
  }

  @Override
  public void markRollbackOnly() {
    context.markRollbackOnly();
  }

  @Override
  public void commit() {
    context.commit();
  }

  @Override
  public void rollback() {
    context.rollback();
  }

  @Override
  public void close() {
    context.rollback();
  }
}
