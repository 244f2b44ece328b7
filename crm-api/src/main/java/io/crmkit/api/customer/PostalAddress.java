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
}
