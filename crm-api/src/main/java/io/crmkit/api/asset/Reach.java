package io.crmkit.api.asset;

/** How far down a step reaches. */
public enum Reach {
  /** This unit alone. */
  UNIT,
  /**
   * This unit, and everything below it for which the step is possible, too, whether the caller may
   * see it or not.
   */
  WITH_ALL_BELOW
}
