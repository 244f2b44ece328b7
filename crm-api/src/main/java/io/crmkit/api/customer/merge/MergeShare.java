package io.crmkit.api.customer.merge;

import io.crmkit.api.value.EntityRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a module did in a merge. It is stored with the merge, so that it can be undone.
 *
 * @param moved the records that were the absorbed customer's before
 * @param memo what else the module needs to undo it, in words of its own
 */
public record MergeShare(List<EntityRef> moved, Map<String, String> memo) {

  public MergeShare {
    moved = List.copyOf(moved);
    memo = Map.copyOf(memo);
  }

  /** Nothing was done. */
  public static MergeShare nothing() {
    return new MergeShare(List.of(), Map.of());
  }

  /** These became the survivor's. */
  public static MergeShare of(Collection<EntityRef> moved) {
    return new MergeShare(List.copyOf(moved), Map.of());
  }
}
