package io.crmkit.api.asset;

import io.crmkit.api.value.EntityRef;
import java.util.Objects;

/**
 * Service takes over what a sale shipped.
 *
 * @param sale the order or project, carried out at least in part
 * @param terms what is said about the units
 */
public record PullUnits(EntityRef sale, HandOverTerms terms) {

  public PullUnits {
    Objects.requireNonNull(sale, "sale");
    Objects.requireNonNull(terms, "terms");
  }

  public static PullUnits of(EntityRef sale) {
    return new PullUnits(sale, HandOverTerms.standard());
  }
}
