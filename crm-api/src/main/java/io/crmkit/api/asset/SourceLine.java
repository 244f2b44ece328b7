package io.crmkit.api.asset;

import io.crmkit.api.value.EntityRef;
import java.util.Objects;
import java.util.UUID;

/**
 * Which line of which sale a unit comes from. Line and unit together name it, so that whoever hands
 * over the same line again finds the same unit.
 *
 * @param sale the quote, order or project that last spoke of it
 * @param line the line, the same from the quote to the shipment
 * @param unit its number within the line, from {@code "1"} on; a component that was unfolded from
 *     the catalogue has its own number behind a dot, as in {@code "1.2"}
 */
public record SourceLine(EntityRef sale, UUID line, String unit) {

  public SourceLine {
    Objects.requireNonNull(sale, "sale");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(unit, "unit");
  }
}
