package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.PARTY_FACTS;
import static io.crmkit.assets.asset.AssetEntities.PLACEMENT_FACTS;
import static io.crmkit.assets.asset.AssetEntities.STATUS_FACTS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.core.spi.work.ReadTx;
import java.util.LinkedHashSet;
import java.util.Set;

/** Units to which a customer is anything: owner, user, maintainer, lessor or lender. */
public final class UnitsOf {

  private UnitsOf() {}

  /** Those to which it is anything now. */
  public static Criteria<Asset> now(CustomerId customer) {
    return Criteria.or(
        AssetAttributes.CUSTOMER.eq(customer),
        AssetAttributes.USER.eq(customer),
        AssetAttributes.MAINTAINER.eq(customer),
        AssetAttributes.LESSOR.eq(customer),
        AssetAttributes.LENDER.eq(customer));
  }

  /** Those to which it is anything, or ever was, as far as the unit of work sees them. */
  public static Set<AssetId> ever(ReadTx tx, CustomerId customer) {
    Set<AssetId> ids = new LinkedHashSet<>();
    tx.store(ASSETS).all(now(customer)).forEach(asset -> ids.add(asset.id()));
    tx.store(STATUS_FACTS)
        .all(AssetAttributes.STATUS_FACT_HOLDER.eq(customer))
        .forEach(fact -> ids.add(fact.asset()));
    tx.store(PLACEMENT_FACTS)
        .all(AssetAttributes.PLACEMENT_FACT_HOLDER.eq(customer))
        .forEach(fact -> ids.add(fact.asset()));
    tx.store(PARTY_FACTS)
        .all(AssetAttributes.PARTY_FACT_CUSTOMER.eq(customer))
        .forEach(fact -> ids.add(fact.asset()));
    return ids;
  }
}
