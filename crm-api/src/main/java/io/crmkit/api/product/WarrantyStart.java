package io.crmkit.api.product;

/** What a warranty runs from. */
public enum WarrantyStart {
  /** The date of shipment. */
  SHIPMENT,
  /** The date of installation; until then the warranty waits. */
  INSTALLATION,
  /** A date that the terms name. */
  FIXED
}
