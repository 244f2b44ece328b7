package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductKind;
import io.crmkit.api.product.UnitRole;
import io.crmkit.assets.asset.AssetRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns the lines of a sale into the units they speak of, wholes before their parts. Pure; for one
 * sale.
 *
 * <p>A line below another gives parts of that one's units: of 8 disks below 2 servers, each server
 * gets 4. A line with nothing below it whose product has components is unfolded as the catalogue
 * says; a unit that is there already keeps the components it has, for it stays as it was sold.
 */
final class UnitExpansion {

  /** More than this at once is refused: it would rather be a slip than a shipment. */
  static final int MAX_UNITS = 20_000;

  private final SoldGoods goods;
  private final Map<ProductId, Product> products;
  private final Map<UnitKey, Asset> existing;
  private final Locale language;
  private final Map<UUID, SoldGoods.Line> lines = new HashMap<>();
  private final Set<UUID> withLinesBelow = new HashSet<>();
  private final Map<UUID, List<UnitKey>> componentsThere = new HashMap<>();
  private final List<UnitSpec> specs = new ArrayList<>();
  private final List<UUID> withoutUnits = new ArrayList<>();

  /**
   * @param goods checked already
   * @param language in which components are named
   */
  UnitExpansion(SoldGoods goods, Known known, Locale language) {
    this.goods = goods;
    this.products = known.products();
    this.existing = known.units();
    this.language = language;
    goods.lines().forEach(line -> lines.put(line.id(), line));
    for (SoldGoods.Line line : goods.lines()) {
      SoldGoods.Line whole = goodsParent(line);
      if (whole != null && !service(line)) {
        withLinesBelow.add(whole.id());
      }
    }
    existing.keySet().stream()
        .filter(key -> !key.onLine())
        .sorted(
            Comparator.comparingInt((UnitKey k) -> k.unit().length()).thenComparing(UnitKey::unit))
        .forEach(
            key -> componentsThere.computeIfAbsent(key.line(), k -> new ArrayList<>()).add(key));
  }

  /**
   * What is known already.
   *
   * @param products those of the lines, and everything they are made of
   * @param units those that came of these lines before
   */
  record Known(Map<ProductId, Product> products, Map<UnitKey, Asset> units) {}

  /** The units, and the lines of which none comes. */
  record Expanded(List<UnitSpec> units, List<UUID> withoutUnits) {}

  /** How many units the sale makes; at most one more than the limit is counted. */
  long count() {
    long count = 0;
    for (SoldGoods.Line line : goods.lines()) {
      if (!service(line)) {
        long each = withLinesBelow.contains(line.id()) ? 1 : count(product(line), new HashSet<>());
        count = Math.min(MAX_UNITS + 1L, count + line.quantity() * each);
      }
    }
    return count;
  }

  private long count(@Nullable Product product, Set<ProductId> above) {
    long count = 1;
    if (product == null || !above.add(product.id())) {
      return count;
    }
    for (ProductComponent component : product.components()) {
      Product part = products.get(component.product());
      if (part != null && part.description().kind() == ProductKind.GOODS) {
        count = Math.min(MAX_UNITS + 1L, count + component.quantity() * count(part, above));
      }
    }
    above.remove(product.id());
    return count;
  }

  Expanded expand() {
    goods.lines().stream().sorted(Comparator.comparingInt(this::depth)).forEach(this::line);
    shipBundles();
    return new Expanded(List.copyOf(specs), List.copyOf(withoutUnits));
  }

  /**
   * A bundle is not shipped itself: it is there as soon as the first of its parts is. A line counts
   * as such if it has lines below and nothing was shipped of it.
   */
  private void shipBundles() {
    Map<UnitKey, UnitSpec.Shipment> firstPart = new HashMap<>();
    for (int i = specs.size() - 1; i >= 0; i--) {
      UnitSpec spec = specs.get(i);
      if (isBundle(spec) && firstPart.containsKey(spec.key())) {
        spec = new UnitSpec(spec.key(), spec.parent(), spec.kind(), firstPart.get(spec.key()));
        specs.set(i, spec);
      }
      if (spec.shipment() != null && spec.parent() != null) {
        firstPart.merge(spec.parent(), spec.shipment(), UnitSpec.Shipment::earlier);
      }
    }
  }

  private boolean isBundle(UnitSpec spec) {
    SoldGoods.Line line = lines.get(spec.key().line());
    return line != null
        && spec.key().onLine()
        && line.delivery().quantity() == 0
        && withLinesBelow.contains(line.id());
  }

  private void line(SoldGoods.Line line) {
    if (service(line)) {
      withoutUnits.add(line.id());
      return;
    }
    SoldGoods.Line whole = goodsParent(line);
    Product product = product(line);
    boolean hasParts = withLinesBelow.contains(line.id()) || (product != null && hasGoods(product));
    UnitSpec.Kind kind =
        new UnitSpec.Kind(
            product, model(line, product), role(product, depth(line), hasParts), null, null);
    for (int number = 1; number <= line.quantity(); number++) {
      UnitSpec spec = unit(new Numbered(line, whole, number), kind);
      specs.add(spec);
      if (existing.containsKey(spec.key())) {
        componentsThere(spec);
      } else if (!withLinesBelow.contains(line.id()) && product != null) {
        unfold(spec, product, new Branch(depth(line), new HashSet<>()));
      }
    }
  }

  private static UnitSpec unit(Numbered unit, UnitSpec.Kind kind) {
    SoldGoods.Line line = unit.line();
    SoldGoods.Line whole = unit.whole();
    UnitKey parent =
        whole == null
            ? null
            : UnitKey.numbered(whole.id(), share(unit.number(), line.quantity(), whole.quantity()));
    UnitSpec.Shipment shipment =
        unit.number() <= line.delivery().quantity()
            ? new UnitSpec.Shipment(line.delivery().lastOn())
            : null;
    return new UnitSpec(UnitKey.numbered(line.id(), unit.number()), parent, kind, shipment);
  }

  /** A unit on its line, and the line of the wholes it is part of, if any. */
  private record Numbered(SoldGoods.Line line, SoldGoods.@Nullable Line whole, int number) {}

  private String model(SoldGoods.Line line, @Nullable Product product) {
    return line.description().isBlank() && product != null
        ? AssetRules.model(product.name(), language)
        : AssetRules.cut(line.description());
  }

  /** Which of the wholes gets this part, when so many parts are spread over so many wholes. */
  static int share(int number, int parts, int wholes) {
    return (int) ((number - 1L) * wholes / parts) + 1;
  }

  private void componentsThere(UnitSpec whole) {
    for (UnitKey key : componentsThere.getOrDefault(whole.key().line(), List.of())) {
      Asset asset = existing.get(key);
      if (asset != null && key.isWithin(whole.key())) {
        ProductId product = asset.identity().product();
        UnitSpec.Kind kind =
            new UnitSpec.Kind(
                product == null ? null : products.get(product),
                asset.identity().model(),
                asset.placement().role(),
                asset.placement().function(),
                asset.placement().slot());
        specs.add(new UnitSpec(key, whole.key(), kind, whole.shipment()));
      }
    }
  }

  /** Where in the catalogue's structure we are: the depth, and the products above. */
  private record Branch(int depth, Set<ProductId> above) {}

  private void unfold(UnitSpec whole, Product product, Branch branch) {
    if (!branch.above().add(product.id())) {
      return;
    }
    int number = 0;
    for (ProductComponent component : product.components()) {
      Product part = products.get(component.product());
      if (part == null || part.description().kind() != ProductKind.GOODS) {
        continue;
      }
      int depth = branch.depth() + 1;
      UnitRole role = role(part, depth, hasGoods(part));
      String model = AssetRules.model(part.name(), language);
      for (int i = 0; i < component.quantity(); i++) {
        String slot = i < component.slots().size() ? component.slots().get(i) : null;
        UnitSpec.Kind kind = new UnitSpec.Kind(part, model, role, component.functionName(), slot);
        number++;
        UnitSpec spec =
            new UnitSpec(whole.key().component(number), whole.key(), kind, whole.shipment());
        specs.add(spec);
        unfold(spec, part, new Branch(depth, branch.above()));
      }
    }
    branch.above().remove(product.id());
  }

  /** What the product says, or else the place: a whole at the top is a system. */
  private static UnitRole role(@Nullable Product product, int depth, boolean hasParts) {
    if (product != null && product.description().role() != null) {
      return product.description().role();
    }
    if (depth == 0) {
      return hasParts ? UnitRole.SYSTEM : UnitRole.MACHINE;
    }
    return depth == 1 ? UnitRole.MACHINE : UnitRole.PART;
  }

  private boolean hasGoods(Product product) {
    return product.components().stream()
        .map(component -> products.get(component.product()))
        .anyMatch(part -> part != null && part.description().kind() == ProductKind.GOODS);
  }

  private @Nullable Product product(SoldGoods.Line line) {
    return line.product() == null ? null : products.get(line.product());
  }

  private boolean service(SoldGoods.Line line) {
    Product product = product(line);
    return product != null && product.description().kind() == ProductKind.SERVICE;
  }

  /** The nearest line above of which units come; null if there is none. */
  private SoldGoods.@Nullable Line goodsParent(SoldGoods.Line line) {
    SoldGoods.Line above = line.parent() == null ? null : lines.get(line.parent());
    while (above != null && service(above)) {
      above = above.parent() == null ? null : lines.get(above.parent());
    }
    return above;
  }

  private int depth(SoldGoods.Line line) {
    int depth = 0;
    SoldGoods.Line above = goodsParent(line);
    while (above != null) {
      depth++;
      above = goodsParent(above);
    }
    return depth;
  }
}
