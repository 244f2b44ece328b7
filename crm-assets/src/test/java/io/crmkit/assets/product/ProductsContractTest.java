package io.crmkit.assets.product;

import static io.crmkit.assets.Samples.content;
import static io.crmkit.assets.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.product.ChangeProductStatus;
import io.crmkit.api.product.ImportProducts;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductAttributes;
import io.crmkit.api.product.ProductChanged;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductImportReport;
import io.crmkit.api.product.ProductImportReport.Outcome;
import io.crmkit.api.product.ProductNumbers;
import io.crmkit.api.product.ProductReason;
import io.crmkit.api.product.ProductRevision;
import io.crmkit.api.product.ProductStatus;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.ReviseProduct;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.value.Money;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.PlainWords;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The catalogue, on every storage. */
class ProductsContractTest {

  @OnEveryStorage
  void a_product_is_kept_as_it_was_given(TestCrm crm) {
    Product part = product(crm, "PT-100");
    ProductContent content =
        content("Printer")
            .withNumbers(new ProductNumbers("O-1", null, "B-7"))
            .withListPrice(Money.of("899.90", "EUR"))
            .withSpecification(Map.of("resolution", "600 dpi"))
            .withComponents(List.of(ProductComponent.of(part.id(), 2).as("feed")))
            .withWarranties(List.of(WarrantyTerms.fromShipment("full", 24).covering("all")));

    Product created = crm.get(Products.class).create(new NewProduct("LP-400", content));

    Product read = crm.get(Products.class).findBySku("LP-400").orElseThrow();
    assertThat(read).isEqualTo(created);
    assertThat(read.content()).isEqualTo(content);
    assertThat(read.life().revision()).isEqualTo(1);
    assertThat(crm.get(Products.class).findBySku("lp-400")).isEmpty();
    assertThat(
            crm.get(Products.class)
                .search(Query.where(ProductAttributes.BATCH_NUMBER.eq("B-7")))
                .items())
        .containsExactly(read);
  }

  @OnEveryStorage
  void a_sku_is_used_once_even_at_the_same_moment(TestCrm crm) {
    Race<Product> race =
        Race.of(2, i -> crm.get(Products.class).create(new NewProduct("SKU", content("P" + i))));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost())
        .singleElement()
        .isInstanceOfSatisfying(
            Refused.class,
            r -> assertThat(r.reasons().get(0).code()).isEqualTo(ProductReason.SKU_TAKEN));
  }

  @OnEveryStorage
  void the_revision_rises_with_what_a_buyer_gets_and_not_with_the_price(TestCrm crm) {
    Products products = crm.get(Products.class);
    Product first = product(crm, "P");
    Product dearer =
        products.revise(
            new ReviseProduct(
                first.id(), first.version(), first.content().withListPrice(Money.of(5, "EUR"))));
    Product same =
        products.revise(new ReviseProduct(dearer.id(), dearer.version(), dearer.content()));
    Product stronger =
        products.revise(
            new ReviseProduct(
                same.id(),
                same.version(),
                same.content().withSpecification(Map.of("power", "2 kW"))));

    assertThat(dearer.life().revision()).isEqualTo(1);
    assertThat(same).isEqualTo(dearer);
    assertThat(stronger.life().revision()).isEqualTo(2);
    assertThat(products.revisions(first.id()))
        .extracting(ProductRevision::revision, ProductRevision::specification)
        .containsExactly(tuple(2, Map.of("power", "2 kW")), tuple(1, Map.of()));
    assertThat(crm.events(ProductChanged.class)).hasSize(2);
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(
            () ->
                products.revise(new ReviseProduct(first.id(), first.version(), content("Other"))));
  }

  @OnEveryStorage
  void every_malformed_field_is_named(TestCrm crm) {
    ProductContent bad =
        content(" ")
            .withNumbers(new ProductNumbers(null, null, null))
            .withListPrice(Money.of(-1, "EUR"))
            .withComponents(List.of(ProductComponent.of(new ProductId(crm.newId()), 0)))
            .withWarranties(
                List.of(
                    WarrantyTerms.fromShipment("full", 0), WarrantyTerms.fromShipment("full", 1)));

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> crm.get(Products.class).create(new NewProduct("", bad)))
        .satisfies(
            e ->
                assertThat(e.faults())
                    .extracting(InvalidInput.Fault::path)
                    .containsExactly(
                        "sku",
                        "content.description.name.en",
                        "content.numbers",
                        "content.listPrice",
                        "content.components[0].quantity",
                        "content.warranties[0].months",
                        "content.warranties[1].kind"));
  }

  @OnEveryStorage
  void a_product_does_not_contain_itself_at_any_depth(TestCrm crm) {
    Products products = crm.get(Products.class);
    Product a = product(crm, "A");
    Product b = containing(crm, "B", a);
    Product c = containing(crm, "C", b);

    assertThat(
            reasons(
                () ->
                    products.revise(
                        new ReviseProduct(
                            a.id(),
                            a.version(),
                            a.content()
                                .withComponents(
                                    List.of(
                                        ProductComponent.of(c.id(), 1),
                                        ProductComponent.of(new ProductId(crm.newId()), 1)))))))
        .containsExactly(ProductReason.UNKNOWN_COMPONENT, ProductReason.STRUCTURE_HAS_CYCLE);
  }

  @OnEveryStorage
  void of_two_revisions_that_together_make_a_cycle_one_is_refused(TestCrm crm) {
    Product a = product(crm, "A");
    Product b = product(crm, "B");

    Race<Product> race = Race.between(List.of(() -> put(crm, a, b), () -> put(crm, b, a)));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).singleElement().isInstanceOf(Refused.class);
  }

  @OnEveryStorage
  void a_product_that_others_contain_stays_in_the_catalogue(TestCrm crm) {
    Products products = crm.get(Products.class);
    Product part = product(crm, "PT-100");
    Product whole = containing(crm, "WHOLE", part);

    assertThat(reasons(() -> products.changeStatus(discontinue(part))))
        .containsExactly(ProductReason.STILL_A_COMPONENT);
    products.changeStatus(discontinue(whole));
    Product gone = products.changeStatus(discontinue(part));

    assertThat(gone.life().status()).isEqualTo(ProductStatus.DISCONTINUED);
    assertThat(gone.life().revision()).isEqualTo(1);
  }

  @OnEveryStorage
  void an_import_done_again_changes_nothing(TestCrm crm) {
    Products products = crm.get(Products.class);
    List<NewProduct> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(
          new NewProduct("SKU-" + i, content("Product " + i).withListPrice(Money.of(i, "USD"))));
    }
    ProductImportReport first = products.importAll(new ImportProducts(rows));
    ProductImportReport again = products.importAll(new ImportProducts(rows));
    rows.set(3, new NewProduct("SKU-3", content("Renamed")));
    rows.add(new NewProduct("SKU-4", content("Twice")));
    rows.add(new NewProduct(" ", content("Nameless")));
    ProductImportReport third = products.importAll(new ImportProducts(rows));

    assertThat(first.count(Outcome.CREATED)).isEqualTo(30);
    assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(30);
    assertThat(third.count(Outcome.CHANGED)).isEqualTo(1);
    assertThat(third.count(Outcome.UNCHANGED)).isEqualTo(29);
    assertThat(third.rows())
        .filteredOn(row -> row.outcome() == Outcome.REJECTED)
        .extracting(row -> row.problems().get(0))
        .containsExactly("sku: appears twice in this import", "sku: must not be blank");
    assertThat(products.findBySku("SKU-3").orElseThrow().name().en()).isEqualTo("Renamed");
  }

  @OnEveryStorage
  void two_imports_of_one_list_at_the_same_moment_create_each_product_once(TestCrm crm) {
    List<NewProduct> rows =
        List.of(new NewProduct("A", content("A")), new NewProduct("B", content("B")));

    Race<ProductImportReport> race =
        Race.of(2, i -> crm.get(Products.class).importAll(new ImportProducts(rows)));

    assertThat(race.allWon().stream().mapToLong(r -> r.count(Outcome.CREATED)).sum()).isEqualTo(2);
    assertThat(crm.get(Products.class).search(Query.<Product>everything()).items()).hasSize(2);
  }

  private static Product containing(TestCrm crm, String sku, Product part) {
    return crm.get(Products.class)
        .create(
            new NewProduct(
                sku, content(sku).withComponents(List.of(ProductComponent.of(part.id(), 1)))));
  }

  private static Product put(TestCrm crm, Product whole, Product part) {
    return crm.get(Products.class)
        .revise(
            new ReviseProduct(
                whole.id(),
                whole.version(),
                whole.content().withComponents(List.of(ProductComponent.of(part.id(), 1)))));
  }

  private static ChangeProductStatus discontinue(Product product) {
    return new ChangeProductStatus(product.id(), product.version(), ProductStatus.DISCONTINUED);
  }

  private static List<ReasonCode> reasons(Runnable command) {
    try {
      command.run();
    } catch (Refused refused) {
      refused.reasons().forEach(PlainWords::assertPlain);
      return refused.reasons().stream().map(Reason::code).toList();
    }
    throw new AssertionError("was not refused");
  }
}
