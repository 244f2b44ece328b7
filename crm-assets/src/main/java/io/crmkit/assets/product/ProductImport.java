package io.crmkit.assets.product;

import static io.crmkit.assets.product.ProductEntities.PRODUCTS;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.product.ImportProducts;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductAttributes;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductImportReport;
import io.crmkit.api.product.ProductImportReport.Outcome;
import io.crmkit.api.product.ProductImportReport.Row;
import io.crmkit.assets.product.ProductService.Custom;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One import, for the one unit of work it runs in. */
final class ProductImport {

  private static final int MAX_ROWS = 10_000;
  private static final int CHUNK = 500;

  private final Tx tx;
  private final Map<String, Product> bySku = new HashMap<>();

  ProductImport(Tx tx) {
    this.tx = tx;
  }

  /**
   * @throws InvalidInput if there are too many products at once
   */
  static void check(ImportProducts command) {
    if (command.products().size() > MAX_ROWS) {
      throw new InvalidInput("products", "must not be more than " + MAX_ROWS + " at once");
    }
  }

  ProductImportReport run(ImportProducts command) {
    List<NewProduct> products = command.products();
    List<ProductComponent> components =
        products.stream().flatMap(p -> p.content().components().stream()).toList();
    ProductService.lockStructures(tx, components);
    // Two imports of the same list at the same moment must not both create.
    tx.lockNames("product.sku", products.stream().map(NewProduct::sku).distinct().toList());
    load(products);
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NewProduct product : products) {
      rows.add(
          seen.add(product.sku())
              ? take(product)
              : rejected(product, List.of("sku: appears twice in this import")));
    }
    return new ProductImportReport(rows);
  }

  private void load(List<NewProduct> products) {
    List<String> skus = products.stream().map(NewProduct::sku).distinct().toList();
    for (int i = 0; i < skus.size(); i += CHUNK) {
      tx.store(PRODUCTS)
          .all(ProductAttributes.SKU.in(skus.subList(i, Math.min(i + CHUNK, skus.size()))))
          .forEach(product -> bySku.put(product.sku(), product));
    }
  }

  private Row take(NewProduct product) {
    Product before = bySku.get(product.sku());
    List<InvalidInput.Fault> faults = new ArrayList<>(ProductRules.check(product).found());
    faults.addAll(customFaults(product, before));
    if (!faults.isEmpty()) {
      return rejected(product, faults.stream().map(f -> f.path() + ": " + f.problem()).toList());
    }
    return before == null
        ? take(ProductService.filledIn(tx, product), null)
        : take(filledIn(product, before), before);
  }

  /** Asked here, since a value that does not fit would stop the other rows when it is saved. */
  private List<InvalidInput.Fault> customFaults(NewProduct product, @Nullable Product before) {
    if (before == null) {
      return tx.store(PRODUCTS).customFaults(null, product.custom());
    }
    CustomValues after = merged(before.custom(), product.custom());
    return after.equals(before.custom())
        ? List.of()
        : tx.store(PRODUCTS).customFaults(before.custom(), after);
  }

  private NewProduct filledIn(NewProduct product, Product before) {
    Custom named = tx.store(PRODUCTS).given(before, Form.changes(new Custom(product.custom())));
    return new NewProduct(
        product.sku(),
        tx.store(PRODUCTS).given(before, Form.whole(product.content())),
        merged(before.custom(), named.custom()));
  }

  private static CustomValues merged(CustomValues before, CustomValues named) {
    Map<String, String> texts = new HashMap<>(before.texts());
    texts.putAll(named.texts());
    return new CustomValues(texts);
  }

  private Row take(NewProduct product, @Nullable Product before) {
    // Read anew for each row: an earlier one may have changed what it is made of.
    ProductRules.Around around = ProductService.around(tx, product.content());
    Decision<Product> decision =
        before == null
            ? ProductRules.create(new ProductId(tx.newId()), product, around)
            : ProductRules.revise(before, product, around);
    if (decision instanceof Decision.Rejected<Product> no) {
      return rejected(product, no.reasons().stream().map(Reason::toString).toList());
    }
    if (before == null) {
      return row(ProductService.insert(tx, decision), Outcome.CREATED);
    }
    boolean same =
        before.content().equals(product.content()) && before.custom().equals(product.custom());
    return same
        ? row(before, Outcome.UNCHANGED)
        : row(ProductService.save(tx, before, decision), Outcome.CHANGED);
  }

  private static Row row(Product product, Outcome outcome) {
    return new Row(product.sku(), product.id(), outcome, List.of());
  }

  private static Row rejected(NewProduct product, List<String> problems) {
    return new Row(product.sku(), null, Outcome.REJECTED, problems);
  }
}
