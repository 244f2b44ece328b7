package io.crmkit.api.sales.opportunity;

/** How a contact thinks of buying from us. */
public enum Stance {
  SUPPORTER,
  NEUTRAL,
  OPPONENT
}
