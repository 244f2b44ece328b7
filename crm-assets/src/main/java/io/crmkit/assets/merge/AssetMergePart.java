package io.crmkit.assets.merge;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.CustomerMergePart;
import io.crmkit.api.customer.merge.MergeForecast;
import io.crmkit.api.customer.merge.MergeShare;

/** This module's part in merges of customers. */
public final class AssetMergePart implements CustomerMergePart {

  @Override
  public MergeForecast forecast(CrmSession session, CustomerMerge merge) {
    return session.get(CustomerMerges.class).forecast(merge);
  }

  @Override
  public MergeShare move(CrmSession session, CustomerMerge merge) {
    return session.get(CustomerMerges.class).move(merge);
  }

  @Override
  public void undo(CrmSession session, CustomerMerge merge, MergeShare share) {
    session.get(CustomerMerges.class).undo(new CustomerMerges.Undo(merge, share));
  }
}
