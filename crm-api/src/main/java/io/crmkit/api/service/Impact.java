package io.crmkit.api.service;

/** How much of the customer's business is affected. */
public enum Impact {
  /** The business or a whole site stands still. */
  EXTENSIVE,
  /** A department or an important function. */
  SIGNIFICANT,
  /** A single user or a single unit. */
  MODERATE,
  /** Nothing is hindered. */
  MINOR
}
