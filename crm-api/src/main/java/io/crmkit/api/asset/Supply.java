package io.crmkit.api.asset;

/** How a unit came to the customer. */
public enum Supply {
  /** We sold it. */
  DIRECT,
  /** A partner sold it, and it is ours to look after. */
  INDIRECT,
  /** Neither we nor our partners did; we look after it all the same. */
  THIRD_PARTY
}
