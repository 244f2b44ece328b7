package io.crmkit.testkit.assertion;

import static io.crmkit.testkit.CrmAssertions.assertThat;

import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductKind;
import io.crmkit.api.product.ProductLife;
import io.crmkit.api.product.ProductStatus;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ProductAssertTest {

  private static final ProductId PART = new ProductId(Failing.OTHER);
  private static final Field<BigDecimal> WEIGHT = Field.number("weight");
  private static final Field<String> COLOUR = Field.text("colour");

  private static Product product() {
    return new Product(
        new ProductId(Failing.ONE),
        1,
        "P-1",
        ProductDescription.goods(new Label("Printer", "打印机")),
        new ProductLife(ProductStatus.ACTIVE, 2),
        null,
        Failing.HUNDRED,
        Map.of("width", "40 cm"),
        List.of(ProductComponent.of(PART, 2), ProductComponent.of(PART, 1)),
        List.of(WarrantyTerms.fromShipment("full", 24)),
        CustomValues.of(WEIGHT, new BigDecimal("2.5")));
  }

  @Test
  void what_is_so_passes() {
    assertThat(product())
        .is(ProductStatus.ACTIVE)
        .isA(ProductKind.GOODS)
        .isRevision(2)
        .hasSku("P-1")
        .isNamed("Printer")
        .costs(Failing.HUNDRED)
        .hasFeature("width", "40 cm")
        .contains(PART, 3)
        .contains(new ProductId(Failing.ONE), 0)
        .hasWarranty("full", 24)
        .hasCustom(WEIGHT, new BigDecimal("2.50"))
        .hasNoCustom(COLOUR);
    assertThat(product().withListPrice(null)).hasNoListPrice();
  }

  @Test
  void what_is_not_so_fails_and_tells_what_is() {
    Failing.says(
        "Expected the status <DISCONTINUED> of the product P-1 but it is <ACTIVE>",
        () -> assertThat(product()).is(ProductStatus.DISCONTINUED));
    Failing.says(
        "Expected the kind <SERVICE> of the product P-1 but it is <GOODS>",
        () -> assertThat(product()).isA(ProductKind.SERVICE));
    Failing.says(
        "Expected the revision <1> of the product P-1 but it is <2>",
        () -> assertThat(product()).isRevision(1));
    Failing.says(
        "Expected the SKU <P-2> of the product P-1 but it is <P-1>",
        () -> assertThat(product()).hasSku("P-2"));
    Failing.says(
        "Expected the name <Press> of the product P-1 but it is <Printer>",
        () -> assertThat(product()).isNamed("Press"));
  }

  @Test
  void other_prices_and_promises_fail_and_are_told() {
    Money less = Money.of("90", "EUR");
    Failing.says(
        "Expected the list price <" + less + "> of the product P-1 but it is <100.00 EUR>",
        () -> assertThat(product()).costs(less));
    Failing.says(
        "Expected no list price of the product P-1 but it is <100.00 EUR>",
        () -> assertThat(product()).hasNoListPrice());
    Failing.says(
        "Expected the feature width <20 cm> of the product P-1 but it is <40 cm>",
        () -> assertThat(product()).hasFeature("width", "20 cm"));
    Failing.says(
        "Expected the units of the component "
            + Failing.OTHER
            + " <1> of the product P-1"
            + " but it is <3>",
        () -> assertThat(product()).contains(PART, 1));
    Failing.says(
        "Expected the months of warranty parts <24> of the product P-1 but it has none",
        () -> assertThat(product()).hasWarranty("parts", 24));
  }

  @Test
  void other_values_of_custom_fields_fail_and_are_told() {
    Failing.says(
        "Expected the field weight <3> of the product P-1 but it is <2.5>",
        () -> assertThat(product()).hasCustom(WEIGHT, new BigDecimal("3")));
    Failing.says(
        "Expected the field colour <red> of the product P-1 but it has none",
        () -> assertThat(product()).hasCustom(COLOUR, "red"));
    Failing.says(
        "Expected no field weight of the product P-1 but it is <2.5>",
        () -> assertThat(product()).hasNoCustom(WEIGHT));
  }

  @Test
  void a_field_of_another_type_is_a_fault_of_the_test() {
    Assertions.assertThatThrownBy(() -> assertThat(product()).hasNoCustom(Field.date(WEIGHT.key())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("custom.weight is not kept as a DATE");
  }

  @Test
  void a_product_that_is_not_there_fails_every_assertion() {
    Assertions.assertThatThrownBy(() -> assertThat((Product) null).hasSku("P-1"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expecting actual not to be null");
  }
}
