package io.crmkit.core.kernel.storage;

import io.crmkit.api.HostTransaction;

/** A storage engine. Safe for many threads. */
public interface Storage {

  /** Begins a transaction that the kernel owns. */
  StorageTx begin();

  /**
   * Works in the host's transaction, which stays the host's to end.
   *
   * @throws IllegalArgumentException if this storage cannot work in that kind of transaction
   */
  StorageTx join(HostTransaction transaction);
}
