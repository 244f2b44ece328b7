package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import java.util.Objects;

/**
 * Service takes over everything that was shipped to a customer.
 *
 * @param customer the customer
 * @param terms what is said about the units
 */
public record PullCustomerUnits(CustomerId customer, HandOverTerms terms) {

  public PullCustomerUnits {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(terms, "terms");
  }

  public static PullCustomerUnits of(CustomerId customer) {
    return new PullCustomerUnits(customer, HandOverTerms.standard());
  }
}
