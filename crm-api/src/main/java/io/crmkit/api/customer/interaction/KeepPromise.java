package io.crmkit.api.customer.interaction;

import java.util.Objects;

/**
 * A promise was kept.
 *
 * @param id the interaction in which it was made
 * @param version the version that the caller read
 * @param promise its place among the interaction's promises, from 0
 */
public record KeepPromise(InteractionId id, long version, int promise) {

  public KeepPromise {
    Objects.requireNonNull(id, "id");
  }
}
