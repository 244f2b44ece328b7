package io.crmkit.api.product;

/** What a warranty runs from. */
public enum WarrantyStart {
  /** The date of shipment. */
  SHIPMENT,
  /** The date of installation; until then the warranty waits. */
  INSTALLATION,
  /** The date on which the unit is first taken into operation; until then the warranty waits. */
  FIRST_USE,
  /** A date that the terms name. */
  FIXED;

  /** Whether it is not known at the shipment when the warranty will begin. */
  public boolean waits() {
    return this == INSTALLATION || this == FIRST_USE;
  }
}
