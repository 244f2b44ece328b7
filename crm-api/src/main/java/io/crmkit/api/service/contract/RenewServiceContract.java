package io.crmkit.api.service.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drafts the contract that follows another one, with the same customer, parent and coverage.
 *
 * @param predecessor the contract to renew
 * @param number what people call the new one, or null to be given the next free one
 * @param terms how long, at which level and price
 * @param joint how the terms meet
 */
public record RenewServiceContract(
    ServiceContractId predecessor, @Nullable String number, ContractTerms terms, Joint joint) {

  /** How the terms of a contract and of its renewal meet. */
  public enum Joint {
    /** The renewal starts on the day the other one ends; anything else is refused. */
    SEAMLESS,
    /** A gap or an overlap is intended. */
    AS_GIVEN
  }

  public RenewServiceContract {
    Objects.requireNonNull(predecessor, "predecessor");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(joint, "joint");
  }

  /** A renewal without gap or overlap that is given a number. */
  public static RenewServiceContract seamless(ServiceContractId predecessor, ContractTerms terms) {
    return new RenewServiceContract(predecessor, null, terms, Joint.SEAMLESS);
  }
}
