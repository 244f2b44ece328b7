package io.crmkit.core.kernel.work;

import io.crmkit.api.CrmTransaction;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A transaction that the host begins and ends by hand, on any storage. */
public final class KernelTransaction implements CrmTransaction {

  private final Kernel kernel;
  private final TxContext context;

  public KernelTransaction(Kernel kernel) {
    this.kernel = kernel;
    this.context = kernel.begin(TxContext.Kind.GROUP);
  }

  /**
   * @throws IllegalArgumentException if another CRM began it
   */
  TxContext contextOf(Kernel joining) {
    if (joining != kernel) {
      throw new IllegalArgumentException("this transaction was begun by another CRM");
    }
    return context;
  }

  @Override
  public @Nullable Connection connection() {
    return context.storage().connection();
  }

  @Override
  public boolean afterCommit(Runnable work) {
    context.afterCommit(work);
    return true;
  }

  @Override
  public void markRollbackOnly() {
    context.markRollbackOnly(new IllegalStateException("the host said so"));
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
