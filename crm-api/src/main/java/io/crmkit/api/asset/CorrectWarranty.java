package io.crmkit.api.asset;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The first day of a warranty was another than was known, such as when the date of installation was
 * wrong.
 *
 * @param id the warranty
 * @param version as the caller read it
 * @param startsOn its first day, as is known now
 * @param why how the error came about; 1 to 300 characters
 */
public record CorrectWarranty(WarrantyId id, long version, LocalDate startsOn, String why) {

  public CorrectWarranty {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(startsOn, "startsOn");
    Objects.requireNonNull(why, "why");
  }
}
