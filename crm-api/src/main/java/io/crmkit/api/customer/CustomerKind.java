package io.crmkit.api.customer;

/** What a customer is. */
public enum CustomerKind {
  /** A company, an authority, a school: whatever people work for. */
  ORGANIZATION,
  /** A human being, as a customer or as somebody who works for one. */
  PERSON
}
