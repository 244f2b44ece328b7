package io.crmkit.api.product;

import io.crmkit.api.field.CustomValues;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that we sell: goods or a service, single or made of others. It describes the kind; the
 * units that were sold keep what it said at the time, whatever becomes of it. A snapshot,
 * immutable.
 *
 * @param id the product
 * @param version rises with every change of the record
 * @param sku the number we keep it under, unique within the tenant
 * @param description what it is
 * @param life whether it can be sold, and its revision
 * @param numbers its other numbers; null if it has none
 * @param listPrice what one unit costs before any discount; null if it is priced elsewhere
 * @param specification its features by name
 * @param components what it is made of; empty for a single product
 * @param warranties what it is sold with
 * @param slots the places in a unit of it that take other units
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record Product(
    ProductId id,
    long version,
    String sku,
    ProductDescription description,
    ProductLife life,
    @Nullable ProductNumbers numbers,
    @Nullable Money listPrice,
    Map<String, String> specification,
    List<ProductComponent> components,
    List<WarrantyTerms> warranties,
    List<ProductSlot> slots,
    CustomValues custom)
    implements ProductBuilder.With {

  public Product {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(life, "life");
    specification = Collections.unmodifiableMap(new LinkedHashMap<>(specification));
    components = List.copyOf(components);
    warranties = List.copyOf(warranties);
    slots = List.copyOf(slots);
    Objects.requireNonNull(custom, "custom");
  }

  /** Without slots. */
  public Product(
      ProductId id,
      long version,
      String sku,
      ProductDescription description,
      ProductLife life,
      @Nullable ProductNumbers numbers,
      @Nullable Money listPrice,
      Map<String, String> specification,
      List<ProductComponent> components,
      List<WarrantyTerms> warranties,
      CustomValues custom) {
    this(
        id,
        version,
        sku,
        description,
        life,
        numbers,
        listPrice,
        specification,
        components,
        warranties,
        List.of(),
        custom);
  }

  /** What people call it. */
  public Label name() {
    return description.name();
  }

  /** All that the catalogue says of it. */
  public ProductContent content() {
    return new ProductContent(
        description, numbers, listPrice, specification, components, warranties, slots);
  }
}
