package io.crmkit.assets.merge;

import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeForecast;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.api.module.ProvidedBy;

/** The commands behind {@link AssetMergePart}; not for hosts. */
@ProvidedBy("io.crmkit:crm-assets")
public interface CustomerMerges {

  /** How many records would be moved, and what speaks against it. */
  MergeForecast forecast(CustomerMerge merge);

  /**
   * Makes everything the survivor's.
   *
   * @throws io.crmkit.api.error.Refused if something speaks against it
   */
  MergeShare move(CustomerMerge merge);

  /** Gives back what was moved. */
  MergeShare undo(Undo undo);

  /**
   * A merge that is undone.
   *
   * @param merge which one
   * @param share what {@link #move} returned
   */
  record Undo(CustomerMerge merge, MergeShare share) {}
}
