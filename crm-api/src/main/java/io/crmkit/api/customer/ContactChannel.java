package io.crmkit.api.customer;

/** A way to reach somebody. */
public enum ContactChannel {
  PHONE,
  MOBILE,
  FAX,
  EMAIL,
  /** A postal address. */
  ADDRESS,
  /** An account at a messenger; the label says at which. */
  MESSENGER,
  WEB;

  /** Whether its values are telephone numbers. */
  public boolean isTelephone() {
    return this == PHONE || this == MOBILE || this == FAX;
  }
}
