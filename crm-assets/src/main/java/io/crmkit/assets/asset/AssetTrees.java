package io.crmkit.assets.asset;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetTree;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Questions about structure, each one question to the storage however deep it is. */
public interface AssetTrees {

  /** The unit and everything below it, in no particular order; empty if there is none. */
  List<AssetTree.Node> below(AssetId root);

  /** The unit, its parent, and so on up to the root; empty if there is none. */
  List<AssetId> pathToRoot(AssetId unit);

  /** The same of many units, by unit; without those that are not there. */
  Map<AssetId, List<AssetId>> pathsToRoot(Collection<AssetId> units);
}
