package io.crmkit.assets.custody;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.ReplaceAsset.Inherited;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.asset.WarrantyGranted;
import io.crmkit.api.asset.WarrantyId;
import io.crmkit.assets.site.UnitDays;
import io.crmkit.assets.warranty.WarrantyJournal;
import io.crmkit.assets.warranty.WarrantyRules;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What becomes of warranties when units go, on the day on which that occurs. */
final class UnitWarranties {

  private final Tx tx;
  private final WarrantyJournal journal;
  private final UnitDays days;

  /**
   * @param tx with eyes for the whole tenant: warranties go where their units go
   * @param days which day it is where the units stand that go
   */
  UnitWarranties(Tx tx, UnitDays days) {
    this.tx = tx;
    this.journal = new WarrantyJournal(tx);
    this.days = days;
  }

  /** They end. */
  void close(Collection<Asset> units) {
    Map<AssetId, Asset> byId = new HashMap<>();
    units.forEach(unit -> byId.put(unit.id(), unit));
    List<Change<Warranty>> closed = new ArrayList<>();
    for (Warranty warranty : journal.of(byId.keySet())) {
      Asset unit = Objects.requireNonNull(byId.get(warranty.asset()));
      Decision<Warranty> end = WarrantyRules.close(warranty, unit, days.of(unit.id()));
      if (end != null) {
        closed.add(new Change<>(warranty, end));
      }
    }
    journal.close(closed);
  }

  /** Those of the one end, and the other inherits of them as was agreed. */
  void passOn(Asset goes, Asset comes, Inherited inherited) {
    List<Warranty> passed = new ArrayList<>();
    for (Warranty old : journal.of(List.of(goes.id()))) {
      Warranty own =
          WarrantyRules.inherited(
              old,
              new WarrantyId(tx.newId()),
              comes.id(),
              new WarrantyRules.Exchange(days.of(goes.id()), inherited));
      if (own != null) {
        passed.add(own);
        tx.publish(
            new WarrantyGranted(
                comes.id(), comes.customer(), own.id(), own.terms().kind(), own.cover()));
      }
    }
    close(List.of(goes));
    journal.insertAll(passed);
  }
}
