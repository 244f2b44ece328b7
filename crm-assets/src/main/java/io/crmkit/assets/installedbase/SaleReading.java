package io.crmkit.assets.installedbase;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.warranty.WarrantyEntities.WARRANTIES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.HandOverTerms;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SourceLine;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductId;
import io.crmkit.assets.asset.Portions;
import io.crmkit.assets.product.ProductStructures;
import io.crmkit.assets.site.UnitDays;
import io.crmkit.assets.site.UnitSites;
import io.crmkit.core.spi.work.ReadStore;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the facts of a hand-over, in a number of reads that does not grow with the units of a line.
 * To be called under the lock on the customer's structure.
 */
final class SaleReading {

  private final Tx tx;
  private final SoldGoods goods;
  private final Map<ProductId, Product> products;
  private final Map<UnitKey, Asset> existing;

  SaleReading(Tx tx, SoldGoods goods) {
    this.tx = tx;
    this.goods = goods;
    this.products =
        ProductStructures.closure(
            tx,
            goods.lines().stream()
                .map(SoldGoods.Line::product)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    this.existing = units(tx, goods);
  }

  /** The products of the lines that the catalogue does not know. */
  List<ProductId> unknownProducts() {
    return goods.lines().stream()
        .map(SoldGoods.Line::product)
        .filter(Objects::nonNull)
        .filter(product -> !products.containsKey(product))
        .distinct()
        .toList();
  }

  UnitExpansion expansion() {
    // Components of units that are there may have left the catalogue's structure meanwhile.
    Set<ProductId> more = new HashSet<>();
    existing
        .values()
        .forEach(
            asset -> {
              ProductId product = asset.identity().product();
              if (product != null && !products.containsKey(product)) {
                more.add(product);
              }
            });
    if (!more.isEmpty()) {
      products.putAll(ProductStructures.closure(tx, more));
    }
    return new UnitExpansion(
        goods, new UnitExpansion.Known(products, existing), tx.session().profile().language());
  }

  SaleFacts facts(UnitExpansion.Expanded expanded, HandOverTerms terms) {
    UnitDays days = UnitSites.occurredOn(tx, existing.values());
    return new SaleFacts(goods, expanded.units(), existing, stray(), warrantyKinds(), terms, days);
  }

  /** The units that came of the sale's lines. */
  static Map<UnitKey, Asset> units(ReadTx tx, SoldGoods goods) {
    Map<UnitKey, Asset> units = new LinkedHashMap<>();
    ReadStore<Asset> store = tx.tenantWide().store(ASSETS);
    List<UUID> lines = goods.lines().stream().map(SoldGoods.Line::id).distinct().toList();
    Portions.each(
        lines,
        chunk ->
            store
                .all(AssetAttributes.LINE.in(chunk))
                .forEach(
                    asset -> {
                      SourceLine source = asset.source();
                      if (source != null) {
                        units.put(UnitKey.of(source), asset);
                      }
                    }));
    return units;
  }

  /** Provisional units that this sale promises, on whatever line. */
  static List<Asset> promisedBy(ReadTx tx, SoldGoods goods) {
    return tx
        .tenantWide()
        .store(ASSETS)
        .all(
            AssetAttributes.SALE
                .eq(goods.source().id())
                .and(AssetAttributes.STATUS.eq(AssetStatus.PROVISIONAL)))
        .stream()
        .filter(asset -> asset.source() != null && asset.source().sale().equals(goods.source()))
        .toList();
  }

  private List<Asset> stray() {
    Set<UUID> lines = new HashSet<>();
    goods.lines().forEach(line -> lines.add(line.id()));
    return promisedBy(tx, goods).stream()
        .filter(asset -> asset.source() != null && !lines.contains(asset.source().line()))
        .toList();
  }

  private Map<AssetId, Set<String>> warrantyKinds() {
    Map<AssetId, Set<String>> kinds = new HashMap<>();
    List<AssetId> ids = existing.values().stream().map(Asset::id).toList();
    Portions.each(
        ids,
        chunk -> {
          for (Warranty warranty :
              tx.tenantWide().store(WARRANTIES).all(AssetAttributes.WARRANTY_ASSET.in(chunk))) {
            kinds
                .computeIfAbsent(warranty.asset(), k -> new HashSet<>())
                .add(warranty.terms().kind());
          }
        });
    return kinds;
  }
}
