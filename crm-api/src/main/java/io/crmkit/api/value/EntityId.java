package io.crmkit.api.value;

import java.util.UUID;

/**
 * A typed identifier. Implementations are records with the single component {@code UUID value}, so
 * that an opportunity's id cannot be passed where a customer's is meant.
 */
public interface EntityId {

  /** The identifier itself; unique within a tenant. */
  UUID value();
}
