package io.crmkit.api.asset;

import java.util.Objects;
import java.util.UUID;

/**
 * The serial number that somebody read off one unit of a sale.
 *
 * @param line the line of the sale
 * @param unit its number within the line, as in {@link SourceLine#unit}
 * @param serialNumber as written on the unit, 1 to 100 characters
 */
public record UnitMark(UUID line, String unit, String serialNumber) {

  public UnitMark {
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(serialNumber, "serialNumber");
  }
}
