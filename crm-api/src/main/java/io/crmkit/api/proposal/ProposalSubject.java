package io.crmkit.api.proposal;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.value.EntityRef;
import java.util.Objects;

/**
 * For whom a proposal is written, and about what.
 *
 * @param customerId the customer it is meant for
 * @param about the record it is about, such as an opportunity; the customer itself if there is
 *     nothing narrower. Its merge fields fill the document
 */
public record ProposalSubject(CustomerId customerId, EntityRef about) {

  public ProposalSubject {
    Objects.requireNonNull(customerId, "customerId");
    Objects.requireNonNull(about, "about");
  }
}
