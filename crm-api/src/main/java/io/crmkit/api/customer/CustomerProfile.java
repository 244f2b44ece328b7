package io.crmkit.api.customer;

import io.crmkit.api.value.Money;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a customer. Everything may be unknown.
 *
 * @param sector the industry, in the host's own words, up to 100 characters
 * @param website its address on the web, up to 255 characters
 * @param yearEstablished the year it was founded, 1 to 9999
 * @param annualRevenue its revenue in a year
 * @param employees the number of people who work there, not negative
 * @param officeLocation where it sits, in the host's own words, up to 200 characters
 * @param country the ISO 3166 code of its country, two capital letters; phone numbers that are
 *     written without a country code are read as numbers of this country
 */
@RecordBuilder
public record CustomerProfile(
    @Nullable String sector,
    @Nullable String website,
    @Nullable Integer yearEstablished,
    @Nullable Money annualRevenue,
    @Nullable Integer employees,
    @Nullable String officeLocation,
    @Nullable String country)
    implements CustomerProfileBuilder.With {

  /** Nothing is known. */
  public static CustomerProfile unknown() {
    return new CustomerProfile(null, null, null, null, null, null, null);
  }
}
