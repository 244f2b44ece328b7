package io.crmkit.api.asset;

import io.crmkit.api.product.UnitRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit with everything below it that the caller may see.
 *
 * @param nodes the unit itself first, then each unit followed by what hangs below it; brothers by
 *     label, then by id
 */
public record AssetTree(List<Node> nodes) {

  public AssetTree {
    nodes = List.copyOf(nodes);
  }

  /**
   * One unit in the tree.
   *
   * @param id the unit
   * @param parent the unit it is part of; null at a root
   * @param depth 0 for the unit the tree was asked for
   * @param label how people name it
   * @param role what it is in the structure
   * @param function what it does there
   * @param status where it is in its life
   * @param slot the slot of its parent that it is fitted in; null if in none
   */
  public record Node(
      AssetId id,
      @Nullable AssetId parent,
      int depth,
      String label,
      UnitRole role,
      @Nullable String function,
      AssetStatus status,
      @Nullable String slot) {

    /** In no slot. */
    public Node(
        AssetId id,
        @Nullable AssetId parent,
        int depth,
        String label,
        UnitRole role,
        @Nullable String function,
        AssetStatus status) {
      this(id, parent, depth, label, role, function, status, null);
    }
  }
}
