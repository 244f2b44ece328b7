package io.crmkit.api.asset;

import io.crmkit.api.value.EntityRef;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Title of what a sale shipped has passed: the customer has accepted, or paid.
 *
 * @param sale the order or project
 * @param on when it passed; null for the date on which the command occurs
 */
public record PassTitle(EntityRef sale, @Nullable LocalDate on) {

  public PassTitle {
    Objects.requireNonNull(sale, "sale");
  }
}
