package io.crmkit.api.proposal;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a proposal. */
public record ProposalId(UUID value) implements EntityId {

  public ProposalId {
    Objects.requireNonNull(value, "value");
  }

  public static ProposalId of(String text) {
    return new ProposalId(UUID.fromString(text));
  }
}
