package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.product.ProductEntities.revisions;

import io.crmkit.api.asset.AsSold;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetSlot;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.ProductAttributes;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductRevision;
import io.crmkit.api.product.ProductSlot;
import io.crmkit.assets.check.Codes;
import io.crmkit.core.spi.work.ReadTx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be fitted where. Which slots a unit has, the catalogue said at the revision it was sold
 * under; that two units are not in one slot, the unique key of {@link AssetEntities#SLOT_KEY} and
 * parent holds, however units come there.
 */
public final class UnitSlots {

  private UnitSlots() {}

  /**
   * Whether a unit in this status is in the slot it belongs in. What is in repair or put aside may
   * have been taken out; another may be there meanwhile, and has to leave before it comes back.
   */
  public static boolean occupies(AssetStatus status) {
    return switch (status) {
      case PROVISIONAL, SHIPPED, INSTALLED, IN_OPERATION, ON_LOAN -> true;
      case IN_REPAIR, STORED, DISSOLVED, RETURNED, RETIRED, REPLACED, UPGRADED, LOST -> false;
    };
  }

  /** By what slots are compared; null unless the unit is in one. */
  static @Nullable String occupied(Asset asset) {
    String slot = asset.placement().slot();
    return slot == null || asset.placement().parent() == null || !occupies(asset.life().status())
        ? null
        : Codes.normalised(slot);
  }

  /**
   * Which of the units would be in a slot that another unit is in already.
   *
   * @param coming units that are not in their slots yet, as they shall be
   */
  public static Set<AssetId> shutOut(ReadTx tx, Collection<Asset> coming) {
    Map<List<Object>, AssetId> wanted = new HashMap<>();
    Set<AssetId> shutOut = new HashSet<>();
    Set<AssetId> parents = new HashSet<>();
    for (Asset asset : coming) {
      AssetId parent = asset.placement().parent();
      String slot = occupied(asset);
      if (slot != null && parent != null) {
        parents.add(parent);
        if (wanted.putIfAbsent(List.of(parent, slot), asset.id()) != null) {
          shutOut.add(asset.id());
        }
      }
    }
    for (Asset there : within(tx, parents)) {
      String slot = occupied(there);
      AssetId parent = there.placement().parent();
      AssetId claimant = slot == null || parent == null ? null : wanted.get(List.of(parent, slot));
      if (claimant != null && !claimant.equals(there.id())) {
        shutOut.add(claimant);
      }
    }
    return shutOut;
  }

  /** Those that are said to be in some slot of these. */
  static List<Asset> within(ReadTx tx, Collection<AssetId> parents) {
    List<Asset> within = new ArrayList<>();
    Portions.each(
        parents,
        some ->
            within.addAll(
                tx.tenantWide()
                    .store(ASSETS)
                    .all(AssetAttributes.PARENT.in(some).and(AssetEntities.SLOT_KEY.present()))));
    return within;
  }

  /**
   * Refuses units that are put in slots which their wholes do not have, or which they do not fit.
   *
   * @param placed units as they are to be written, wholes among them or written before
   * @throws Refused with every reason
   */
  public static void requireFitting(ReadTx tx, List<Asset> placed) {
    List<Asset> fitted = placed.stream().filter(unit -> unit.placement().slot() != null).toList();
    if (fitted.isEmpty()) {
      return;
    }
    Map<AssetId, Asset> wholes = new HashMap<>();
    placed.forEach(unit -> wholes.put(unit.id(), unit));
    List<AssetId> others =
        fitted.stream()
            .map(unit -> unit.placement().parent())
            .filter(Objects::nonNull)
            .filter(id -> !wholes.containsKey(id))
            .distinct()
            .toList();
    tx.tenantWide().store(ASSETS).findAll(others).forEach(unit -> wholes.put(unit.id(), unit));
    Map<Revision, List<ProductSlot>> slots = slots(tx, wholes.values());
    List<Reason> reasons = new ArrayList<>();
    for (Asset unit : fitted) {
      Asset whole = wholes.get(unit.placement().parent());
      if (whole != null) {
        reasons.addAll(against(unit, whole, slots.getOrDefault(Revision.of(whole), List.of())));
      }
    }
    if (!reasons.isEmpty()) {
      throw new Refused(reasons);
    }
  }

  /** Why the unit may not be in its slot of this whole, which has these; none if it has none. */
  static List<Reason> against(Asset unit, Asset whole, List<ProductSlot> slots) {
    String code = unit.placement().slot();
    if (code == null || slots.isEmpty()) {
      return List.of();
    }
    String key = Codes.normalised(code);
    for (ProductSlot slot : slots) {
      if (Codes.normalised(slot.code()).equals(key)) {
        ProductId product = unit.identity().product();
        boolean fits = product == null ? slot.fits().isEmpty() : slot.takes(product);
        return fits
            ? List.of()
            : List.of(
                Reason.of(AssetReason.DOES_NOT_FIT)
                    .with("unit", unit.label())
                    .with("slot", slot.code())
                    .with("whole", whole.label()));
      }
    }
    return List.of(
        Reason.of(AssetReason.SLOT_UNKNOWN).with("whole", whole.label()).with("slot", code));
  }

  /** The state of the catalogue that a unit was sold under. */
  record Revision(ProductId product, int number) {

    static @Nullable Revision of(Asset asset) {
      ProductId product = asset.identity().product();
      AsSold sold = asset.sold();
      return product == null || sold == null ? null : new Revision(product, sold.revision());
    }
  }

  /** The slots that these units have, as they were sold. */
  static Map<Revision, List<ProductSlot>> slots(ReadTx tx, Collection<Asset> units) {
    Set<Revision> wanted =
        units.stream().map(Revision::of).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<Revision, List<ProductSlot>> slots = new HashMap<>();
    Portions.each(
        wanted.stream().map(Revision::product).collect(Collectors.toSet()),
        products -> {
          List<Integer> numbers =
              wanted.stream()
                  .filter(revision -> products.contains(revision.product()))
                  .map(Revision::number)
                  .distinct()
                  .toList();
          List<ProductRevision> found =
              tx.tenantWide()
                  .store(revisions())
                  .all(
                      ProductAttributes.REVISION_PRODUCT
                          .in(products)
                          .and(ProductAttributes.REVISION_NUMBER.in(numbers)));
          found.forEach(r -> slots.put(new Revision(r.product(), r.revision()), r.slots()));
        });
    return slots;
  }

  /** The unit's slots and what is in them. */
  static List<AssetSlot> of(ReadTx tx, Asset unit) {
    Revision revision = Revision.of(unit);
    List<ProductSlot> slots =
        revision == null ? List.of() : slots(tx, List.of(unit)).getOrDefault(revision, List.of());
    if (slots.isEmpty()) {
      return List.of();
    }
    Map<String, AssetId> fitted = new HashMap<>();
    Map<String, List<AssetId>> takenOut = new HashMap<>();
    List<Asset> there =
        tx.tenantWide()
            .store(ASSETS)
            .all(AssetAttributes.PARENT.eq(unit.id()).and(AssetAttributes.SLOT.present()));
    Set<AssetId> seen =
        tx.store(ASSETS).findAll(there.stream().map(Asset::id).toList()).stream()
            .map(Asset::id)
            .collect(Collectors.toSet());
    there.stream()
        .sorted(Comparator.comparing((Asset asset) -> asset.id().value()))
        .forEach(
            asset -> {
              String key = Codes.normalised(Objects.requireNonNull(asset.placement().slot()));
              if (occupied(asset) != null) {
                fitted.put(key, asset.id());
              } else if (asset.life().status().inInstalledBase() && seen.contains(asset.id())) {
                takenOut.computeIfAbsent(key, k -> new ArrayList<>()).add(asset.id());
              }
            });
    return slots.stream()
        .map(
            slot -> {
              String key = Codes.normalised(slot.code());
              AssetId in = fitted.get(key);
              return new AssetSlot(
                  slot,
                  in == null,
                  in != null && seen.contains(in) ? in : null,
                  takenOut.getOrDefault(key, List.of()));
            })
        .toList();
  }
}
