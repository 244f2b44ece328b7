package io.crmkit.testkit.fake;

import io.crmkit.api.TenantProfile;
import io.crmkit.api.customer.PhoneRegion;
import io.crmkit.core.customer.registry.Regions;
import io.crmkit.testkit.TestCrm;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What serves when the host says nothing keeps the contract, too. */
class DefaultPhoneRegionTest extends PhoneRegionContract {

  private final Deque<Locale> languages =
      new ArrayDeque<>(List.of(Locale.CHINA, Locale.GERMANY, Locale.ENGLISH));

  @Override
  protected PhoneRegion port() {
    return new Regions();
  }

  @Override
  protected @Nullable String given(TestCrm crm) {
    Locale language = languages.remove();
    crm.profile(new TenantProfile(ZoneOffset.UTC, Currency.getInstance("EUR"), language));
    return language.getCountry().isEmpty() ? null : language.getCountry();
  }
}
