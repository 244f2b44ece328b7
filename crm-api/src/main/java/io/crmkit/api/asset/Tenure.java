package io.crmkit.api.asset;

/** By what right a customer has a unit. */
public enum Tenure {
  OWNED,
  /** Rented, leased or lent: it belongs to somebody else. */
  USED
}
