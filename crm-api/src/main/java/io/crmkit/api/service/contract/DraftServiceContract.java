package io.crmkit.api.service.contract;

import io.crmkit.api.customer.CustomerId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drafts a service contract.
 *
 * @param number what people call it, or null to be given the next free one ({@code SC-000001})
 * @param customer with whom it is made
 * @param terms how long, at which level and price
 * @param coverage what is covered, at least one thing; units may be provisional
 * @param parent the agreement under which it is made, or null
 */
public record DraftServiceContract(
    @Nullable String number,
    CustomerId customer,
    ContractTerms terms,
    List<CoverageItem> coverage,
    @Nullable ServiceContractId parent) {

  public DraftServiceContract {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(terms, "terms");
    coverage = List.copyOf(coverage);
  }

  /** A contract that stands alone and is given a number. */
  public static DraftServiceContract of(
      CustomerId customer, ContractTerms terms, List<CoverageItem> coverage) {
    return new DraftServiceContract(null, customer, terms, coverage, null);
  }

  /** The same with a number of its own. */
  public DraftServiceContract numbered(String ownNumber) {
    return new DraftServiceContract(ownNumber, customer, terms, coverage, parent);
  }

  /** The same under a parent agreement. */
  public DraftServiceContract under(ServiceContractId agreement) {
    return new DraftServiceContract(number, customer, terms, coverage, agreement);
  }
}
