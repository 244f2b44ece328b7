package io.crmkit.assets.asset;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the units of a tree in order: each followed by what is within it. Pure. */
public final class TreeOrder {

  private static final Comparator<AssetTree.Node> BROTHERS =
      Comparator.comparing(AssetTree.Node::label)
          .thenComparing(node -> node.id().value().toString());

  private TreeOrder() {}

  /** The tree of these units, below this one. */
  public static AssetTree tree(AssetId root, List<AssetTree.Node> nodes) {
    Map<AssetId, List<AssetTree.Node>> children = new HashMap<>();
    Deque<AssetTree.Node> open = new ArrayDeque<>();
    for (AssetTree.Node node : nodes) {
      if (node.id().equals(root)) {
        open.push(node);
      } else if (node.parent() != null) {
        children.computeIfAbsent(node.parent(), k -> new ArrayList<>()).add(node);
      }
    }
    children.values().forEach(brothers -> brothers.sort(BROTHERS.reversed()));
    List<AssetTree.Node> ordered = new ArrayList<>();
    while (!open.isEmpty()) {
      AssetTree.Node node = open.pop();
      ordered.add(node);
      children.getOrDefault(node.id(), List.of()).forEach(open::push);
    }
    return new AssetTree(ordered);
  }
}
