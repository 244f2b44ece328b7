package io.crmkit.api.product;

import io.crmkit.api.value.Money;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a catalogue says of a product besides its SKU. Immutable.
 *
 * @param description what it is
 * @param numbers its other numbers; null if it has none
 * @param listPrice what one unit costs before any discount; null if it is priced elsewhere
 * @param specification its features by name; at most 200
 * @param components what it is made of; empty for a single product
 * @param warranties what it is sold with; each of another kind
 * @param slots the places in a unit of it that take other units; at most 500
 */
@RecordBuilder
public record ProductContent(
    ProductDescription description,
    @Nullable ProductNumbers numbers,
    @Nullable Money listPrice,
    Map<String, String> specification,
    List<ProductComponent> components,
    List<WarrantyTerms> warranties,
    List<ProductSlot> slots)
    implements ProductContentBuilder.With {

  public ProductContent {
    Objects.requireNonNull(description, "description");
    specification = Collections.unmodifiableMap(new LinkedHashMap<>(specification));
    components = List.copyOf(components);
    warranties = List.copyOf(warranties);
    slots = List.copyOf(slots);
  }

  /** Without slots. */
  public ProductContent(
      ProductDescription description,
      @Nullable ProductNumbers numbers,
      @Nullable Money listPrice,
      Map<String, String> specification,
      List<ProductComponent> components,
      List<WarrantyTerms> warranties) {
    this(description, numbers, listPrice, specification, components, warranties, List.of());
  }

  /** A description and nothing else yet. */
  public static ProductContent of(ProductDescription description) {
    return new ProductContent(description, null, null, Map.of(), List.of(), List.of());
  }
}
