package io.crmkit.api;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/**
 * What a tenant's business takes for granted.
 *
 * @param zone the time zone in which business dates are reckoned
 * @param currency the currency of amounts that name none, and of totals
 * @param language the language of texts that CrmKit makes for people
 */
public record TenantProfile(ZoneId zone, Currency currency, Locale language) {

  public TenantProfile {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(language, "language");
  }

  /** Coordinated universal time, euro, English. */
  public static TenantProfile standard() {
    return new TenantProfile(ZoneOffset.UTC, Currency.getInstance("EUR"), Locale.ENGLISH);
  }
}
