package io.crmkit.core.kernel.work;

import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Tx;

/** Writes the kernel's own rows as another node, or an older version, would have left them. */
public final class BelowTheGuard {

  private BelowTheGuard() {}

  /** Inserts the row as it is. */
  public static <E> void insert(Tx tx, Entity<E> entity, E row) {
    ((Scope) tx).insertRaw(entity, row);
  }
}
