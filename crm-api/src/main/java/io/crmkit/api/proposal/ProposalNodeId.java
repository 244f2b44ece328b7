package io.crmkit.api.proposal;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of a node of a proposal. */
public record ProposalNodeId(UUID value) implements EntityId {

  public ProposalNodeId {
    Objects.requireNonNull(value, "value");
  }

  public static ProposalNodeId of(String text) {
    return new ProposalNodeId(UUID.fromString(text));
  }
}
