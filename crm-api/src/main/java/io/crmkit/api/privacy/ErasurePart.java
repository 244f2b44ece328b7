package io.crmkit.api.privacy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.extension.ContributionPoint;

/**
 * A module's part in the erasure of a person's data. Runs in the transaction of the erasure, with
 * the session of the actor who erases; if one part fails, nothing is erased. Must be thread-safe.
 *
 * <p>Erasure keeps the ledger: amounts, dates and numbers stay, names and free texts go. What the
 * module's entities declare as personal needs no work here beyond naming the records: the kernel
 * takes the values out of audit, events, timers and of the texts in which people are named.
 */
public interface ErasurePart {

  ContributionPoint<ErasurePart> POINT = new ContributionPoint<>("erasure", ErasurePart.class);

  /** Erases what the module holds on the person; doing it twice does no harm. */
  ErasureShare erase(CrmSession session, Erasure erasure);
}
