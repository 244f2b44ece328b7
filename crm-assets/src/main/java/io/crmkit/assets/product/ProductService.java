package io.crmkit.assets.product;

import static io.crmkit.assets.product.ProductEntities.PRODUCTS;
import static io.crmkit.assets.product.ProductEntities.REVISIONS;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.product.ChangeProductStatus;
import io.crmkit.api.product.ImportProducts;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductAttributes;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductImportReport;
import io.crmkit.api.product.ProductRevision;
import io.crmkit.api.product.ProductRevisionId;
import io.crmkit.api.product.ProductStatus;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.ReviseProduct;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue's service. */
public final class ProductService implements Products {

  private final Work work;

  @Inject
  public ProductService(Work work) {
    this.work = work;
  }

  @Override
  public Product create(NewProduct command) {
    ProductRules.check(command).orThrow();
    return work.run(
        "product.create",
        command,
        tx -> {
          lockStructures(tx, command.content().components());
          return insert(tx, decideNew(tx, filledIn(tx, command)));
        });
  }

  @Override
  public Product revise(ReviseProduct command) {
    ProductRules.check(command.content()).orThrow();
    return work.run(
        "product.revise",
        command,
        tx -> {
          lockStructures(tx, command.content().components());
          Product before = tx.store(PRODUCTS).get(command.id(), command.version());
          ProductContent given = tx.store(PRODUCTS).given(before, Form.whole(command.content()));
          return save(tx, before, ProductRules.revise(before, given, around(tx, given)));
        });
  }

  @Override
  public Product changeStatus(ChangeProductStatus command) {
    return work.run(
        "product.change-status",
        command,
        tx -> {
          Product before = tx.store(PRODUCTS).get(command.id(), command.version());
          long containers = tx.tenantWide().store(PRODUCTS).count(soldAndContaining(before.id()));
          return save(tx, before, ProductRules.changeStatus(before, command.status(), containers));
        });
  }

  @Override
  public ProductImportReport importAll(ImportProducts command) {
    ProductImport.check(command);
    return work.run("product.import", command, tx -> new ProductImport(tx).run(command));
  }

  @Override
  public Product get(ProductId id) {
    return work.read(tx -> tx.store(PRODUCTS).get(id));
  }

  @Override
  public Optional<Product> findBySku(String sku) {
    return work.read(tx -> tx.store(PRODUCTS).first(ProductAttributes.SKU.eq(sku)));
  }

  @Override
  public Page<Product> search(Query<Product> query) {
    return work.read(tx -> tx.store(PRODUCTS).page(query));
  }

  @Override
  public List<ProductRevision> revisions(ProductId id) {
    return work.read(
        tx -> {
          Product product = tx.store(PRODUCTS).get(id);
          return tx
              .store(REVISIONS)
              .all(ProductAttributes.REVISION_PRODUCT.eq(product.id()))
              .stream()
              .sorted(Comparator.comparingInt(ProductRevision::revision).reversed())
              .toList();
        });
  }

  /** Two structures that together would make a cycle are decided one after the other. */
  static void lockStructures(Tx tx, List<ProductComponent> components) {
    if (!components.isEmpty()) {
      tx.lockNames("product.structure", List.of("all"));
    }
  }

  /** The values of custom fields as the form that they are. */
  record Custom(CustomValues custom) {}

  static NewProduct filledIn(Tx tx, NewProduct command) {
    return new NewProduct(
        command.sku(),
        tx.store(PRODUCTS).given(Form.whole(command.content())),
        tx.store(PRODUCTS).given(Form.whole(new Custom(command.custom()))).custom());
  }

  static Decision<Product> decideNew(Tx tx, NewProduct command) {
    ProductId id = new ProductId(tx.newId());
    return ProductRules.create(id, command, around(tx, command.content()));
  }

  static ProductRules.Around around(ReadTx tx, ProductContent content) {
    Map<ProductId, Product> below =
        ProductStructures.closure(
            tx, content.components().stream().map(ProductComponent::product).distinct().toList());
    List<ProductId> fitting =
        content.slots().stream().flatMap(slot -> slot.fits().stream()).distinct().toList();
    return new ProductRules.Around(
        below,
        tx.store(PRODUCTS).findAll(fitting).stream().map(Product::id).collect(Collectors.toSet()));
  }

  static Product insert(Tx tx, Decision<Product> decision) {
    Product product = tx.store(PRODUCTS).insert(decision);
    tx.store(REVISIONS).insert(revision(tx, product));
    return product;
  }

  static Product save(Tx tx, Product before, Decision<Product> decision) {
    Product after = tx.store(PRODUCTS).save(before, decision);
    if (after.life().revision() != before.life().revision()) {
      tx.store(REVISIONS).insert(revision(tx, after));
    }
    return after;
  }

  private static ProductRevision revision(Tx tx, Product product) {
    return new ProductRevision(
        new ProductRevisionId(tx.newId()),
        0,
        product.id(),
        product.life().revision(),
        tx.now(),
        product.description(),
        product.specification(),
        product.components(),
        product.warranties(),
        product.slots());
  }

  private static Criteria<Product> soldAndContaining(ProductId component) {
    return ProductAttributes.COMPONENTS
        .any(ProductAttributes.COMPONENT_PRODUCT.eq(component))
        .and(ProductAttributes.STATUS.eq(ProductStatus.ACTIVE));
  }
}
