package io.crmkit.assets.product;

import io.crmkit.api.error.Reason;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductChanged;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductCreated;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductLife;
import io.crmkit.api.product.ProductNumbers;
import io.crmkit.api.product.ProductReason;
import io.crmkit.api.product.ProductSlot;
import io.crmkit.api.product.ProductStatus;
import io.crmkit.assets.check.Faults;
import io.crmkit.assets.warranty.TermsChecks;
import io.crmkit.core.spi.rule.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of the catalogue. Pure. */
final class ProductRules {

  private static final int MAX_COMPONENTS = 500;
  private static final Faults.Bounds QUANTITY = new Faults.Bounds(1, 10_000);

  private ProductRules() {}

  static Faults check(NewProduct command) {
    Faults faults = new Faults();
    faults.text("sku", command.sku(), 64);
    checkContent(faults, command.content());
    return faults;
  }

  static Faults check(ProductContent content) {
    Faults faults = new Faults();
    checkContent(faults, content);
    return faults;
  }

  private static void checkContent(Faults faults, ProductContent content) {
    ProductDescription description = content.description();
    faults.text("content.description.name.en", description.name().en(), 300);
    faults.text("content.description.name.zh", description.name().zh(), 300);
    faults.text("content.description.unit", description.unit(), 20);
    faults.optional("content.description.maker", description.maker(), 100);
    faults.optional("content.description.line", description.line(), 100);
    faults.optional("content.description.packaging", description.packaging(), 200);
    checkNumbers(faults, content.numbers());
    if (content.listPrice() != null && content.listPrice().isNegative()) {
      faults.add("content.listPrice", "must not be negative");
    }
    faults.features("content.specification", content.specification());
    checkComponents(faults, content.components());
    SlotChecks.check(faults, content);
    TermsChecks.checkAll(faults, "content.warranties", content.warranties());
  }

  private static void checkNumbers(Faults faults, @Nullable ProductNumbers numbers) {
    if (numbers == null) {
      return;
    }
    if (numbers.order() == null && numbers.stock() == null && numbers.batch() == null) {
      faults.add("content.numbers", "must have a number, or be left out");
    }
    faults.optional("content.numbers.order", numbers.order(), 64);
    faults.optional("content.numbers.stock", numbers.stock(), 64);
    faults.optional("content.numbers.batch", numbers.batch(), 64);
  }

  private static void checkComponents(Faults faults, List<ProductComponent> components) {
    if (components.size() > MAX_COMPONENTS) {
      faults.add("content.components", "must not be more than " + MAX_COMPONENTS);
    }
    for (int i = 0; i < components.size(); i++) {
      String path = "content.components[" + i + "]";
      faults.between(path + ".quantity", components.get(i).quantity(), QUANTITY);
      faults.optional(path + ".functionName", components.get(i).functionName(), 200);
    }
  }

  /**
   * @param id the new product's
   * @param around what the catalogue knows of the products that its content names
   */
  static Decision<Product> create(ProductId id, NewProduct command, Around around) {
    return Decision.unless(
        reasons(id, command.sku(), command.content(), around),
        () -> Decision.accept(product(id, command), new ProductCreated(id, command.sku())));
  }

  private static Product product(ProductId id, NewProduct command) {
    ProductContent content = command.content();
    return new Product(
        id,
        0,
        command.sku(),
        content.description(),
        new ProductLife(ProductStatus.ACTIVE, 1),
        content.numbers(),
        content.listPrice(),
        content.specification(),
        content.components(),
        content.warranties(),
        content.slots(),
        command.custom());
  }

  /** The same content again changes nothing; the revision rises if what a buyer gets changes. */
  static Decision<Product> revise(Product before, ProductContent content, Around around) {
    if (before.content().equals(content)) {
      return Decision.accept(before);
    }
    int revision = before.life().revision() + (sameToABuyer(before, content) ? 0 : 1);
    Product after =
        before.with(
            p ->
                p.description(content.description())
                    .life(new ProductLife(before.life().status(), revision))
                    .numbers(content.numbers())
                    .listPrice(content.listPrice())
                    .specification(content.specification())
                    .components(content.components())
                    .warranties(content.warranties())
                    .slots(content.slots()));
    return Decision.unless(
        reasons(before.id(), before.sku(), content, around),
        () -> Decision.accept(after, changed(before, after)));
  }

  /** The same for a row of an import, which brings values of custom fields, too. */
  static Decision<Product> revise(Product before, NewProduct row, Around around) {
    Decision<Product> decision = revise(before, row.content(), around);
    return decision instanceof Decision.Accepted<Product> accepted
        ? new Decision.Accepted<>(accepted.state().withCustom(row.custom()), accepted.events())
        : decision;
  }

  /**
   * @param containers how many products that are sold contain it
   */
  static Decision<Product> changeStatus(Product before, ProductStatus status, long containers) {
    if (before.life().status() == status) {
      return Decision.accept(before);
    }
    if (status == ProductStatus.DISCONTINUED && containers > 0) {
      return Decision.reject(
          Reason.of(ProductReason.STILL_A_COMPONENT)
              .with("sku", before.sku())
              .with("count", containers));
    }
    Product after = before.withLife(new ProductLife(status, before.life().revision()));
    return Decision.accept(after, changed(before, after));
  }

  private static ProductChanged changed(Product before, Product after) {
    return new ProductChanged(
        after.id(),
        after.sku(),
        before.life().revision(),
        after.life().revision(),
        after.life().status());
  }

  private static boolean sameToABuyer(Product before, ProductContent content) {
    return before.description().equals(content.description())
        && before.specification().equals(content.specification())
        && before.components().equals(content.components())
        && before.warranties().equals(content.warranties())
        && before.slots().equals(content.slots());
  }

  /**
   * What the catalogue knows of the products that a product's content names.
   *
   * @param below every product that its structure reaches
   * @param fitting those that shall fit its slots
   */
  record Around(Map<ProductId, Product> below, Set<ProductId> fitting) {}

  private static List<Reason> reasons(
      ProductId id, String sku, ProductContent content, Around around) {
    List<Reason> reasons = new ArrayList<>();
    Set<ProductId> missing = new HashSet<>();
    for (ProductComponent component : content.components()) {
      ProductId product = component.product();
      if (!product.equals(id) && !around.below().containsKey(product) && missing.add(product)) {
        reasons.add(Reason.of(ProductReason.UNKNOWN_COMPONENT).with("product", product.value()));
      }
    }
    for (ProductSlot slot : content.slots()) {
      for (ProductId product : slot.fits()) {
        if (!product.equals(id) && !around.fitting().contains(product) && missing.add(product)) {
          reasons.add(
              Reason.of(ProductReason.UNKNOWN_FITTING)
                  .with("slot", slot.code())
                  .with("product", product.value()));
        }
      }
    }
    boolean direct = content.components().stream().anyMatch(c -> c.product().equals(id));
    if (direct || around.below().containsKey(id)) {
      reasons.add(Reason.of(ProductReason.STRUCTURE_HAS_CYCLE).with("sku", sku));
    }
    return reasons;
  }
}
