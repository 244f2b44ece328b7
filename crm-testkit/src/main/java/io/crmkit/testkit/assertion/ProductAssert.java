package io.crmkit.testkit.assertion;

import io.crmkit.api.field.CustomValues;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductKind;
import io.crmkit.api.product.ProductStatus;
import io.crmkit.api.value.Money;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Assertions on a product. */
public final class ProductAssert extends RecordAssert<ProductAssert, Product> {

  /** For {@code CrmAssertions.assertThat}. */
  public ProductAssert(@Nullable Product actual) {
    super(actual, ProductAssert.class);
  }

  /** It can be sold, or not. */
  public ProductAssert is(ProductStatus wanted) {
    isNotNull();
    return same("status", wanted, actual.life().status());
  }

  /** It is a thing, or a doing. */
  public ProductAssert isA(ProductKind wanted) {
    isNotNull();
    return same("kind", wanted, actual.description().kind());
  }

  /** It is at this revision, 1 being the first. */
  public ProductAssert isRevision(int wanted) {
    isNotNull();
    return same("revision", wanted, actual.life().revision());
  }

  /** It is kept under this number. */
  public ProductAssert hasSku(String wanted) {
    isNotNull();
    return same("SKU", wanted, actual.sku());
  }

  /** It is called so in English. */
  public ProductAssert isNamed(String wanted) {
    isNotNull();
    return same("name", wanted, actual.name().in(Locale.ENGLISH));
  }

  /** This is its list price. */
  public ProductAssert costs(Money wanted) {
    isNotNull();
    return same("list price", wanted, actual.listPrice());
  }

  /** It is priced elsewhere. */
  public ProductAssert hasNoListPrice() {
    isNotNull();
    return none("list price", actual.listPrice());
  }

  /** Its feature of this name is so. */
  public ProductAssert hasFeature(String name, String wanted) {
    isNotNull();
    return same("feature " + name, wanted, actual.specification().get(name));
  }

  /** So many units of this product are in one of it, directly; 0 for none. */
  public ProductAssert contains(ProductId component, int wanted) {
    isNotNull();
    int found =
        actual.components().stream()
            .filter(c -> c.product().equals(component))
            .mapToInt(ProductComponent::quantity)
            .sum();
    return same("units of the component " + component.value(), wanted, found);
  }

  /** It is sold with a warranty of this kind that runs so many months. */
  public ProductAssert hasWarranty(String kind, int months) {
    isNotNull();
    Integer found =
        actual.warranties().stream()
            .filter(w -> w.kind().equals(kind))
            .map(w -> w.months())
            .findFirst()
            .orElse(null);
    return same("months of warranty " + kind, months, found);
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  @Override
  String describe() {
    return "the product " + actual.sku();
  }
}
