package io.crmkit.service.entitlement;

import io.crmkit.api.asset.AssetFacts.WarrantyFact;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.ProductId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the unit that a need is about.
 *
 * @param pathToRoot the unit, its parent, and so on up to the system; empty if no unit is named
 * @param labels how people name the units on the path, where known
 * @param product the unit's product, or the one that the question names
 * @param owner whose the unit is, or who asks if that is not known
 * @param warranties every warranty of the unit
 */
record UnitFacts(
    List<AssetId> pathToRoot,
    Map<AssetId, String> labels,
    @Nullable ProductId product,
    CustomerId owner,
    List<WarrantyFact> warranties) {

  UnitFacts {
    pathToRoot = List.copyOf(pathToRoot);
    labels = Map.copyOf(labels);
    warranties = List.copyOf(warranties);
  }

  String label(AssetId id) {
    return labels.getOrDefault(id, id.value().toString());
  }
}
