package io.crmkit.api.customer.merge;

import io.crmkit.api.CrmSession;
import io.crmkit.api.extension.ContributionPoint;

/**
 * A module's part in the merge of two customers: whatever it keeps for the one that goes becomes
 * the survivor's. All parts run in the transaction of the merge, with the session of the actor who
 * merges; if one fails, nothing is merged. Must be thread-safe.
 *
 * <p>A module that keeps one record for each customer, such as an account, puts the two together; a
 * module that keeps many moves them. Nothing of the history is deleted: what was written about the
 * one that goes still tells its id.
 */
public interface CustomerMergePart {

  ContributionPoint<CustomerMergePart> POINT =
      new ContributionPoint<>("customer-merge", CustomerMergePart.class);

  /** What {@link #move} would do, and what speaks against it; changes nothing. */
  MergeForecast forecast(CrmSession session, CustomerMerge merge);

  /**
   * Makes everything the survivor's.
   *
   * @return what is needed to undo it
   */
  MergeShare move(CrmSession session, CustomerMerge merge);

  /**
   * Gives back what was moved, even if it was changed since then; what came to the survivor later
   * stays there.
   *
   * @param share what {@link #move} returned
   */
  void undo(CrmSession session, CustomerMerge merge, MergeShare share);
}
