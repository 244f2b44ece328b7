package io.crmkit.assets.warranty;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyFact;
import io.crmkit.core.spi.storage.Entity;

/** How warranties are kept. */
public final class WarrantyEntities {

  public static final Entity<Warranty> WARRANTIES =
      Entity.of(Warranty.class, Warranties.ENTITY, "crm_warranty")
          .json("terms.exclusions")
          .indexed("asset", "cover.endsOn")
          .ownedBy("asset", Asset.class);

  public static final Entity<WarrantyFact> FACTS =
      Entity.of(WarrantyFact.class, "assets.warranty-fact", "crm_warranty_fact")
          .indexed("warranty", "asset")
          .mentionsPeopleIn("why")
          .appendOnly()
          .unaudited()
          .ownedBy("asset", Asset.class);

  private WarrantyEntities() {}
}
