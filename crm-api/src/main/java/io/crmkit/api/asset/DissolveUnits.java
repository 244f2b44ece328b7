package io.crmkit.api.asset;

import io.crmkit.api.value.EntityRef;
import java.util.Objects;

/**
 * Gives up the provisional units of a sale that came to nothing.
 *
 * @param sale the quote, order or project, now void
 */
public record DissolveUnits(EntityRef sale) {

  public DissolveUnits {
    Objects.requireNonNull(sale, "sale");
  }
}
