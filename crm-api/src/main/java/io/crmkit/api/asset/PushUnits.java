package io.crmkit.api.asset;

import io.crmkit.api.value.EntityRef;
import java.util.Objects;

/**
 * Sales hands over what a sale shipped.
 *
 * @param sale the order or project, carried out at least in part
 * @param terms what is said about the units
 */
public record PushUnits(EntityRef sale, HandOverTerms terms) {

  public PushUnits {
    Objects.requireNonNull(sale, "sale");
    Objects.requireNonNull(terms, "terms");
  }

  public static PushUnits of(EntityRef sale) {
    return new PushUnits(sale, HandOverTerms.standard());
  }
}
