package io.crmkit.benchmarks.workloads.hibernate;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.value.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer. */
@Entity
@Table(name = "crm_customer")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class CustomerRow {

  @EmbeddedId Key key;
  @Version long version;
  String kind;
  String number;

  @Column(name = "external_id")
  @Nullable String externalId;

  @Column(name = "name_latin")
  @Nullable String latin;

  @Column(name = "name_chinese")
  @Nullable String chinese;

  @Column(name = "name_short_name")
  @Nullable String shortName;

  @Column(name = "profile_sector")
  @Nullable String sector;

  @Column(name = "profile_website")
  @Nullable String website;

  @Column(name = "profile_year_established")
  @Nullable Integer yearEstablished;

  @Column(name = "profile_annual_revenue_amount")
  @Nullable BigDecimal revenue;

  @Column(name = "profile_annual_revenue_currency")
  @Nullable String revenueCurrency;

  @Column(name = "profile_employees")
  @Nullable Integer employees;

  @Column(name = "profile_office_location")
  @Nullable String officeLocation;

  @Column(name = "profile_country")
  @Nullable String country;

  @Column(name = "registered_at")
  Instant registeredAt;

  @Column(name = "search_name")
  String searchName;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(
      name = "crm_customer_contact_point",
      joinColumns = {
        @JoinColumn(name = "tenant_id", referencedColumnName = "tenant_id"),
        @JoinColumn(name = "owner_id", referencedColumnName = "id")
      })
  @OrderColumn(name = "pos")
  List<PointRow> points = new ArrayList<>();

  /** For Hibernate. */
  protected CustomerRow() {}

  CustomerRow(Key key) {
    this.key = key;
  }

  /** As the other legs answer it. */
  public Customer asCustomer() {
    BigDecimal amount = revenue;
    String currency = revenueCurrency;
    return new Customer(
        new CustomerId(key.id()),
        version,
        CustomerKind.valueOf(kind),
        number,
        externalId,
        new CustomerName(latin, chinese, shortName),
        new CustomerProfile(
            sector,
            website,
            yearEstablished,
            amount == null || currency == null
                ? null
                : new Money(amount, Currency.getInstance(currency)),
            employees,
            officeLocation,
            country),
        points.stream().map(PointRow::asPoint).toList(),
        registeredAt,
        CustomValues.none());
  }
}
