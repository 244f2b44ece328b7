package io.crmkit.core.kernel.storage;

import io.crmkit.api.HostTransaction;

/** A storage engine. Safe for many threads. */
public interface Storage {

  /** Begins a transaction that the kernel owns. */
  StorageTx begin();

  /**
   * Begins one in which only reads are expected. It costs less where each read stands for itself;
   * whatever is written nevertheless is written in a transaction.
   */
  StorageTx beginReading();

  /**
   * Works in the host's transaction, which stays the host's to end.
   *
   * @throws IllegalArgumentException if this storage cannot work in that kind of transaction
   */
  StorageTx join(HostTransaction transaction);
}
