package io.crmkit.api.customer;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Where letters and visitors go.
 *
 * @param street street and number, may have several lines, up to 300 characters
 * @param city up to 100 characters
 * @param region state or province, up to 100 characters
 * @param postalCode up to 20 characters
 * @param country the ISO 3166 code, two capital letters
 */
@RecordBuilder
public record PostalAddress(
    @Nullable String street,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String country)
    implements PostalAddressBuilder.With {

  /** An address of which nothing is filled in yet. */
  public static PostalAddress empty() {
    return new PostalAddress(null, null, null, null, null);
  }

  /** The address without spaces around its lines; null if nothing is filled in. */
  public @Nullable PostalAddress stripped() {
    PostalAddress stripped =
        new PostalAddress(
            stripped(street), stripped(city), stripped(region), stripped(postalCode), country);
    return stripped.equals(empty()) ? null : stripped;
  }

  private static @Nullable String stripped(@Nullable String line) {
    return line == null || line.isBlank() ? null : line.strip();
  }
}
