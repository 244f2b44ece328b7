package io.crmkit.api.customer.contact;

/** What a contact thinks of us. */
public enum Stance {
  UNKNOWN,
  SUPPORTER,
  NEUTRAL,
  OPPONENT
}
