package io.crmkit.assets.entitlement;

import io.crmkit.api.entitlement.Entitlement;
import io.crmkit.api.entitlement.Entitlements;
import io.crmkit.api.entitlement.LedgerEntry;
import io.crmkit.core.spi.storage.Entity;

/** How entitlements and their ledgers are kept. */
public final class EntitlementEntities {

  public static final Entity<Entitlement> ENTITLEMENTS =
      Entity.of(Entitlement.class, Entitlements.ENTITY, "crm_entitlement")
          .indexed("customer", "asset")
          .mentionsPeopleIn("name")
          .rootOfAccess();

  public static final Entity<LedgerEntry> ENTRIES =
      Entity.of(LedgerEntry.class, "assets.entitlement-entry", "crm_entitlement_entry")
          .indexed("entitlement", "about")
          .appendOnly()
          .ownedBy("entitlement", Entitlement.class);

  private EntitlementEntities() {}
}
