package io.crmkit.benchmarks.workloads.hibernate;

import io.crmkit.api.customer.Consent;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.PostalAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact point of a customer. */
@Embeddable
public record PointRow(
    String channel,
    String raw,
    @Nullable String normalized,
    @Nullable String label,
    @Column(name = "address_street") @Nullable String street,
    @Column(name = "address_city") @Nullable String city,
    @Column(name = "address_region") @Nullable String region,
    @Column(name = "address_postal_code") @Nullable String postalCode,
    @Column(name = "address_country") @Nullable String country,
    @Column(name = "consent_state") String consentState,
    @Column(name = "consent_since") @Nullable Instant consentSince,
    @Column(name = "consent_source") @Nullable String consentSource) {

  ContactPoint asPoint() {
    PostalAddress address = new PostalAddress(street, city, region, postalCode, country);
    return new ContactPoint(
        ContactChannel.valueOf(channel),
        raw,
        normalized,
        label,
        address.equals(PostalAddress.empty()) ? null : address,
        new Consent(Consent.State.valueOf(consentState), consentSince, consentSource));
  }
}
