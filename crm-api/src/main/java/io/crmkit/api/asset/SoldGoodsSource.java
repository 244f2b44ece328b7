package io.crmkit.api.asset;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.extension.ContributionPoint;
import io.crmkit.api.value.EntityRef;
import java.util.List;
import java.util.Optional;

/**
 * Tells the installed base what was really sold. crm-sales contributes its quotes and orders; a
 * host that sells elsewhere contributes its own. Must be thread-safe.
 */
public interface SoldGoodsSource {

  ContributionPoint<SoldGoodsSource> POINT =
      new ContributionPoint<>("sold-goods", SoldGoodsSource.class);

  /** The sale behind this reference; empty if this source does not know it. */
  Optional<SoldGoods> find(CrmSession session, EntityRef source);

  /** Every sale to this customer that is carried out at least in part. */
  List<SoldGoods> executedFor(CrmSession session, CustomerId customer);
}
