package io.crmkit.assets.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.privacy.Erasure;
import io.crmkit.api.privacy.ErasurePart;
import io.crmkit.api.privacy.ErasureShare;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import java.util.List;
import java.util.Set;

/**
 * Units are not the person's own records, and places, corrections and notes about them may name it:
 * the kernel is told where to look. The records themselves stay.
 */
public final class AssetErasure implements ErasurePart {

  private static final Label WHAT = new Label("units and entitlements", "设备与权益");
  private static final Label WHY =
      new Label("who had a machine has to be known for recalls", "召回时须知设备的历任持有者");

  @Override
  public ErasureShare erase(CrmSession session, Erasure erasure) {
    if (!erasure.person().entity().equals(Customer.ENTITY)) {
      return ErasureShare.nothing();
    }
    Set<EntityRef> records =
        session.get(CustomerUnits.class).recordsOf(new CustomerId(erasure.person().id()));
    return records.isEmpty()
        ? ErasureShare.nothing()
        : new ErasureShare(0, records, List.of(new ErasureShare.Kept(WHAT, WHY)));
  }
}
