package io.crmkit.assets.asset;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.site.SiteId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions about structure, each one question to the storage however deep it is. */
public interface AssetTrees {

  /** The unit and everything below it, in no particular order; empty if there is none. */
  List<AssetTree.Node> below(AssetId root);

  /** The unit, its parent, and so on up to the root; empty if there is none. */
  default List<AssetId> pathToRoot(AssetId unit) {
    return pathsToRoot(List.of(unit)).getOrDefault(unit, List.of());
  }

  /** The same of many units, by unit; without those that are not there. */
  Map<AssetId, List<AssetId>> pathsToRoot(Collection<AssetId> units);

  /**
   * The sites at which these units stand: each its own, or that of the nearest unit above it that
   * has one; those that stand at none are left out.
   *
   * @param units no more than one statement can name
   */
  Map<AssetId, SiteId> sites(Collection<AssetId> units);

  /**
   * Units, not gone, at a site or within those that are, without those that have another site; in
   * the order of ids.
   *
   * @param after only those behind this one; null for the first
   */
  List<AssetId> atSite(SiteId site, @Nullable AssetId after, int limit);
}
