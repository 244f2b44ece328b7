package io.crmkit.service.entitlement;

import io.crmkit.api.asset.AssetFacts.PassedOn;
import io.crmkit.api.asset.AssetFacts.WarrantyFact;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.value.Label;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the unit that a need is about.
 *
 * @param pathToRoot the unit, its parent, and so on up to the system; empty if no unit is named
 * @param labels how people name the units on the path, where known
 * @param product the unit's product, or the one that the question names
 * @param owner whose the unit is, or who asks if that is not known
 * @param warranties every warranty of the unit
 * @param site the site at which the unit stands, or that the question names; null if none
 * @param passedOn from whom the unit, and those on the path, went to other customers, as far as the
 *     contracts at hand were made with them
 */
record UnitFacts(
    List<AssetId> pathToRoot,
    Map<AssetId, String> labels,
    @Nullable ProductId product,
    CustomerId owner,
    List<WarrantyFact> warranties,
    @Nullable SiteId site,
    List<PassedOn> passedOn) {

  UnitFacts {
    pathToRoot = List.copyOf(pathToRoot);
    labels = Map.copyOf(labels);
    warranties = List.copyOf(warranties);
    passedOn = List.copyOf(passedOn);
  }

  /** The day on which a unit went from a customer to another; empty if it did not. */
  Optional<LocalDate> wentFrom(CustomerId customer, AssetId named) {
    return passedOn.stream()
        .filter(passed -> passed.asset().equals(named) && passed.from().equals(customer))
        .map(PassedOn::on)
        .findFirst();
  }

  /** The same facts, and from whom units went. */
  UnitFacts with(List<PassedOn> known) {
    return new UnitFacts(pathToRoot, labels, product, owner, warranties, site, known);
  }

  /** How people name the unit; one that the reader may not see has no name for him. */
  Label label(AssetId id) {
    String label = labels.get(id);
    if (label != null) {
      return Label.same(label);
    }
    return pathToRoot.indexOf(id) > 0
        ? new Label("a unit that it is part of", "其上级设备")
        : new Label("the unit", "该设备");
  }
}
