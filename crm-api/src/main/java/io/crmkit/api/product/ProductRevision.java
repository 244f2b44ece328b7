package io.crmkit.api.product;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a product was at one revision. Never changes.
 *
 * @param id this revision
 * @param version always 1
 * @param product whose revision this is
 * @param revision its number, from 1 on
 * @param recordedAt since when it is in the catalogue
 * @param description what the product was
 * @param specification its features by name
 * @param components what it was made of
 * @param warranties what it was sold with; of a revision from before 0.2.0 only if it was the
 *     latest then
 * @param slots the places in a unit of it that took other units
 */
public record ProductRevision(
    ProductRevisionId id,
    long version,
    ProductId product,
    int revision,
    Instant recordedAt,
    ProductDescription description,
    Map<String, String> specification,
    List<ProductComponent> components,
    List<WarrantyTerms> warranties,
    List<ProductSlot> slots) {

  public ProductRevision {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(recordedAt, "recordedAt");
    Objects.requireNonNull(description, "description");
    specification = Collections.unmodifiableMap(new LinkedHashMap<>(specification));
    components = List.copyOf(components);
    warranties = List.copyOf(warranties);
    slots = List.copyOf(slots);
  }
}
