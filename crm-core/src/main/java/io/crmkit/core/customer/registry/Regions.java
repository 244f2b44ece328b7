package io.crmkit.core.customer.registry;

import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.customer.PhoneRegion;
import org.jspecify.annotations.Nullable;

/** What serves when the host does not say where its tenant telephones. */
public final class Regions implements PhoneRegion {

  @Override
  public @Nullable String of(CrmSession session) {
    return of(session.profile());
  }

  /**
   * The country of the language, as in {@code zh-CN}; else that of the currency, whose code begins
   * with its country's (ISO 4217), if it is a single country's.
   */
  static @Nullable String of(TenantProfile profile) {
    String country = profile.language().getCountry();
    if (PhoneNumbers.isRegion(country)) {
      return country;
    }
    String currencyArea = profile.currency().getCurrencyCode().substring(0, 2);
    return PhoneNumbers.isRegion(currencyArea) ? currencyArea : null;
  }
}
