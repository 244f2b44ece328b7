package io.crmkit.api.entitlement;

/** What becomes of what is left at the end. */
public enum CarryOver {
  /** It expires. */
  NONE,
  /**
   * It goes over into the entitlement that follows: of the same customer, asset, name and unit,
   * beginning on the day on which this one ends. Without one it expires.
   */
  INTO_THE_NEXT
}
