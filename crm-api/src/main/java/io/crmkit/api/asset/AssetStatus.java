package io.crmkit.api.asset;

/** Where a unit is in its life. */
public enum AssetStatus {
  /** Title has not passed yet: offered, ordered, or delivered on approval. Not installed base. */
  PROVISIONAL,
  /** Was provisional; the deal, or this part of it, came to nothing. */
  DISSOLVED,
  /** On its way to the customer, or standing there unpacked. */
  SHIPPED,
  /** Set up, not yet in use. */
  INSTALLED,
  IN_OPERATION,
  IN_REPAIR,
  /** Put aside at the customer's. */
  STORED,
  /** Given back. */
  RETURNED,
  /** Out of use for good. */
  RETIRED,
  /** Nobody knows where it is. */
  LOST;

  /** Whether the unit is part of the customer's installed base. */
  public boolean inInstalledBase() {
    return this == SHIPPED
        || this == INSTALLED
        || this == IN_OPERATION
        || this == IN_REPAIR
        || this == STORED;
  }
}
