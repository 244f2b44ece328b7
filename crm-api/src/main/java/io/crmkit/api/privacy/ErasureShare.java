package io.crmkit.api.privacy;

import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import java.util.List;
import java.util.Set;

/**
 * What a module did in an erasure.
 *
 * @param changed how many records it changed or deleted itself
 * @param alsoIn records in whose texts, audit and events the person may be named, besides those
 *     that the person's own record owns; the kernel erases the person's values there
 * @param kept what it keeps on the person, and why
 */
public record ErasureShare(int changed, Set<EntityRef> alsoIn, List<Kept> kept) {

  public ErasureShare {
    alsoIn = Set.copyOf(alsoIn);
    kept = List.copyOf(kept);
  }

  /** Nothing is held on the person. */
  public static ErasureShare nothing() {
    return new ErasureShare(0, Set.of(), List.of());
  }

  /** Nothing was changed, and this is kept for that reason. */
  public static ErasureShare keeping(Label what, Label why) {
    return new ErasureShare(0, Set.of(), List.of(new Kept(what, why)));
  }

  /**
   * What is kept.
   *
   * @param what records of which kind, for people
   * @param why they are kept, for people
   */
  public record Kept(Label what, Label why) {}
}
