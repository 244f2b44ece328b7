package io.crmkit.api.access;

import io.crmkit.api.criteria.Criteria;

/** The answer of an access policy. */
public sealed interface Access {

  /** Yes. */
  record Allow() implements Access {}

  /**
   * No.
   *
   * @param reason why, for the caller
   */
  record Deny(String reason) implements Access {}

  /**
   * Only records that match; all others are as if they did not exist.
   *
   * @param criteria over the entity that was asked about
   */
  record Only(Criteria<?> criteria) implements Access {}

  static Access allow() {
    return new Allow();
  }

  static Access deny(String reason) {
    return new Deny(reason);
  }

  static Access only(Criteria<?> criteria) {
    return new Only(criteria);
  }
}
