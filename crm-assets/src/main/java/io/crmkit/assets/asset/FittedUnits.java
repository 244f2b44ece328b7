package io.crmkit.assets.asset;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.error.Reason;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductSlot;
import io.crmkit.core.spi.work.ReadTx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which slots are taken while a list of units comes in, one behind the other. For one thread. */
final class FittedUnits {

  /** A slot of a unit, as slots are compared. */
  private record Place(AssetId whole, String slot) {}

  private final Map<UnitSlots.Revision, List<ProductSlot>> slots = new HashMap<>();
  private final Set<Place> taken = new HashSet<>();

  /**
   * Reads at the cost of a few statements what is in the slots of these units.
   *
   * @param wholes units that are there already, in which others shall come
   */
  void read(ReadTx tx, Collection<Asset> wholes) {
    slots.putAll(UnitSlots.slots(tx, wholes));
    UnitSlots.within(tx, wholes.stream().map(Asset::id).toList()).forEach(this::add);
  }

  /** A unit that is new, and so has the slots that the catalogue gives its product today. */
  void arrived(Asset unit, @Nullable Product product) {
    UnitSlots.Revision revision = UnitSlots.Revision.of(unit);
    if (product != null && revision != null) {
      slots.put(revision, product.slots());
    }
    add(unit);
  }

  private void add(Asset unit) {
    Place place = place(unit);
    if (place != null) {
      taken.add(place);
    }
  }

  /** Why this unit cannot be where it shall be. */
  List<Reason> against(Asset unit, Asset whole) {
    UnitSlots.Revision revision = UnitSlots.Revision.of(whole);
    List<Reason> reasons =
        new ArrayList<>(
            UnitSlots.against(
                unit,
                whole,
                revision == null ? List.of() : slots.getOrDefault(revision, List.of())));
    Place place = place(unit);
    if (place != null && taken.contains(place)) {
      reasons.add(Reason.of(AssetReason.SLOT_TAKEN));
    }
    return reasons;
  }

  private static @Nullable Place place(Asset unit) {
    String slot = UnitSlots.occupied(unit);
    AssetId whole = unit.placement().parent();
    return slot == null || whole == null ? null : new Place(whole, slot);
  }
}
