package io.crmkit.api.asset;

import io.crmkit.api.value.EntityRef;
import java.util.Objects;

/**
 * Makes provisional units of what a sale promises.
 *
 * @param sale the quote, order or project
 */
public record ProvisionUnits(EntityRef sale) {

  public ProvisionUnits {
    Objects.requireNonNull(sale, "sale");
  }
}
