package io.crmkit.api.customer;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Parts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

/** By what customers can be searched and sorted. */
public final class CustomerAttributes {

  public static final Attribute<Customer, CustomerId> ID =
      Attribute.of(Customer.class, "id", CustomerId.class);
  public static final Attribute<Customer, CustomerKind> KIND =
      Attribute.of(Customer.class, "kind", CustomerKind.class);
  public static final Attribute<Customer, String> NUMBER =
      Attribute.of(Customer.class, "number", String.class);
  public static final Attribute<Customer, String> EXTERNAL_ID =
      Attribute.of(Customer.class, "externalId", String.class);
  public static final Attribute<Customer, String> LATIN_NAME =
      Attribute.of(Customer.class, "name.latin", String.class);
  public static final Attribute<Customer, String> CHINESE_NAME =
      Attribute.of(Customer.class, "name.chinese", String.class);
  public static final Attribute<Customer, String> SHORT_NAME =
      Attribute.of(Customer.class, "name.shortName", String.class);
  public static final Attribute<Customer, String> SECTOR =
      Attribute.of(Customer.class, "profile.sector", String.class);
  public static final Attribute<Customer, Integer> YEAR_ESTABLISHED =
      Attribute.of(Customer.class, "profile.yearEstablished", Integer.class);
  public static final Attribute<Customer, BigDecimal> ANNUAL_REVENUE =
      Attribute.of(Customer.class, "profile.annualRevenue.amount", BigDecimal.class);
  public static final Attribute<Customer, Currency> ANNUAL_REVENUE_CURRENCY =
      Attribute.of(Customer.class, "profile.annualRevenue.currency", Currency.class);
  public static final Attribute<Customer, Integer> EMPLOYEES =
      Attribute.of(Customer.class, "profile.employees", Integer.class);
  public static final Attribute<Customer, String> OFFICE_LOCATION =
      Attribute.of(Customer.class, "profile.officeLocation", String.class);
  public static final Attribute<Customer, String> COUNTRY =
      Attribute.of(Customer.class, "profile.country", String.class);
  public static final Attribute<Customer, Instant> REGISTERED_AT =
      Attribute.of(Customer.class, "registeredAt", Instant.class);

  /**
   * All names in the form that searches compare: see {@link Customers#named}. Each name begins
   * after a {@code '|'}.
   */
  public static final Attribute<Customer, String> SEARCH_NAME =
      Attribute.of(Customer.class, "searchName", String.class);

  public static final Parts<Customer, ContactPoint> CONTACT_POINTS =
      new Parts<>(Customer.class, "contactPoints", ContactPoint.class);
  public static final Attribute<ContactPoint, ContactChannel> CHANNEL =
      Attribute.of(ContactPoint.class, "channel", ContactChannel.class);
  public static final Attribute<ContactPoint, String> NORMALIZED =
      Attribute.of(ContactPoint.class, "normalized", String.class);
  public static final Attribute<ContactPoint, String> CITY =
      Attribute.of(ContactPoint.class, "address.city", String.class);
  public static final Attribute<ContactPoint, Consent.State> CONSENT =
      Attribute.of(ContactPoint.class, "consent.state", Consent.State.class);

  private CustomerAttributes() {}
}
