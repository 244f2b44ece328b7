package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.site.SiteId;
import io.crmkit.core.spi.storage.MemoryRead;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Structure questions on memory: a walk over the records. */
public final class AssetTreesInMemory implements AssetTrees {

  private final MemoryRead read;

  public AssetTreesInMemory(MemoryRead read) {
    this.read = read;
  }

  @Override
  public List<AssetTree.Node> below(AssetId root) {
    Map<AssetId, Asset> byId = byId();
    Map<AssetId, List<Asset>> children = new HashMap<>();
    for (Asset asset : byId.values()) {
      if (asset.placement().parent() != null) {
        children.computeIfAbsent(asset.placement().parent(), k -> new ArrayList<>()).add(asset);
      }
    }
    List<AssetTree.Node> found = new ArrayList<>();
    Deque<AssetTree.Node> open = new ArrayDeque<>();
    if (byId.containsKey(root)) {
      open.add(node(byId.get(root), 0));
    }
    while (!open.isEmpty()) {
      AssetTree.Node node = open.remove();
      found.add(node);
      for (Asset child : children.getOrDefault(node.id(), List.of())) {
        open.add(node(child, node.depth() + 1));
      }
    }
    return found;
  }

  @Override
  public Map<AssetId, List<AssetId>> pathsToRoot(Collection<AssetId> units) {
    Map<AssetId, Asset> byId = byId();
    Map<AssetId, List<AssetId>> paths = new HashMap<>();
    for (AssetId unit : units) {
      if (byId.containsKey(unit)) {
        paths.put(unit, path(unit, byId));
      }
    }
    return paths;
  }

  private static List<AssetId> path(AssetId unit, Map<AssetId, Asset> byId) {
    List<AssetId> path = new ArrayList<>();
    Asset at = byId.get(unit);
    while (at != null) {
      path.add(at.id());
      AssetId parent = at.placement().parent();
      at = parent == null ? null : byId.get(parent);
    }
    return path;
  }

  @Override
  public Map<AssetId, SiteId> sites(Collection<AssetId> units) {
    Map<AssetId, Asset> byId = byId();
    Map<AssetId, SiteId> sites = new HashMap<>();
    for (AssetId unit : units) {
      SiteId site = site(byId, unit);
      if (site != null) {
        sites.put(unit, site);
      }
    }
    return sites;
  }

  private static @Nullable SiteId site(Map<AssetId, Asset> byId, AssetId unit) {
    Asset at = byId.get(unit);
    while (at != null && at.placement().siteId() == null) {
      AssetId parent = at.placement().parent();
      at = parent == null ? null : byId.get(parent);
    }
    return at == null ? null : at.placement().siteId();
  }

  @Override
  public List<AssetId> atSite(SiteId site, @Nullable AssetId after, int limit) {
    Map<AssetId, Asset> byId = byId();
    return byId.values().stream()
        .filter(asset -> !AssetRules.gone(asset))
        .map(Asset::id)
        .filter(id -> site.equals(site(byId, id)))
        .filter(id -> after == null || text(id).compareTo(text(after)) > 0)
        .sorted(Comparator.comparing(AssetTreesInMemory::text))
        .limit(limit)
        .toList();
  }

  private static String text(AssetId id) {
    return id.value().toString();
  }

  private Map<AssetId, Asset> byId() {
    Map<AssetId, Asset> byId = new HashMap<>();
    read.rows(ASSETS).forEach(asset -> byId.put(asset.id(), asset));
    return byId;
  }

  private static AssetTree.Node node(Asset asset, int depth) {
    return new AssetTree.Node(
        asset.id(),
        asset.placement().parent(),
        depth,
        asset.label(),
        asset.placement().role(),
        asset.placement().function(),
        asset.life().status(),
        asset.placement().slot());
  }
}
