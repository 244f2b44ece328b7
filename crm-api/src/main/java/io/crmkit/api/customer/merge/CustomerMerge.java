package io.crmkit.api.customer.merge;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;

/**
 * Two records are one customer.
 *
 * @param survivor the record that stays
 * @param absorbed the record that goes; its id leads to the survivor from then on
 */
public record CustomerMerge(CustomerId survivor, CustomerId absorbed) {

  /**
   * @throws InvalidInput if both are the same
   */
  public CustomerMerge {
    if (survivor.equals(absorbed)) {
      throw new InvalidInput("absorbed", "must not be the survivor itself");
    }
  }
}
