package io.crmkit.api.proposal;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of one entry in the history of a proposal. */
public record ProposalChangeId(UUID value) implements EntityId {

  public ProposalChangeId {
    Objects.requireNonNull(value, "value");
  }

  public static ProposalChangeId of(String text) {
    return new ProposalChangeId(UUID.fromString(text));
  }
}
