package io.crmkit.core.customer.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.InfluenceRole;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.field.CustomFields;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What documents can say of customers and contacts. What is not known is not there. */
final class MergeFields {

  private final CrmSession session;

  MergeFields(CrmSession session) {
    this.session = session;
  }

  Map<String, Object> of(Customer customer) {
    Locale language = session.profile().language();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", customer.id().value().toString());
    fields.put("number", customer.number());
    fields.put("kind", customer.kind().name().toLowerCase(Locale.ROOT));
    fields.put("name", customer.name().in(language));
    put(fields, "latinName", customer.name().latin());
    put(fields, "chineseName", customer.name().chinese());
    put(fields, "shortName", customer.name().shortName());
    put(fields, "externalId", customer.externalId());
    put(fields, "sector", customer.profile().sector());
    put(fields, "website", customer.profile().website());
    put(fields, "yearEstablished", customer.profile().yearEstablished());
    put(fields, "annualRevenue", customer.profile().annualRevenue());
    put(fields, "employees", customer.profile().employees());
    put(fields, "officeLocation", customer.profile().officeLocation());
    put(fields, "country", customer.profile().country());
    fields.put("since", LocalDate.ofInstant(customer.registeredAt(), session.profile().zone()));
    reach(fields, customer.contactPoints());
    fields.put("custom", session.get(CustomFields.class).shown(Customer.class, customer.custom()));
    return fields;
  }

  Map<String, Object> of(Contact contact) {
    Customers customers = session.get(Customers.class);
    Optional<Customer> person = customers.find(contact.person());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", contact.id().value().toString());
    // How somebody is reached at work comes before how they are reached at home.
    person.ifPresent(p -> reach(fields, p.contactPoints()));
    reach(fields, contact.contactPoints());
    Locale language = session.profile().language();
    person.ifPresent(
        p -> {
          fields.put("name", p.name().in(language));
          put(fields, "latinName", p.name().latin());
          put(fields, "chineseName", p.name().chinese());
          put(fields, "shortName", p.name().shortName());
        });
    fields.put("custom", session.get(CustomFields.class).shown(Contact.class, contact.custom()));
    Post post = contact.postOn(session.today()).orElse(contact.post());
    put(fields, "title", post.title());
    put(fields, "department", post.department());
    InfluenceRole role = contact.influence().role();
    put(fields, "role", role == null ? null : role.label().in(language));
    customers
        .find(contact.organization())
        .ifPresent(o -> fields.put("organization", o.name().in(language)));
    return fields;
  }

  private static void reach(Map<String, Object> fields, List<ContactPoint> points) {
    for (ContactChannel channel : ContactChannel.values()) {
      points.stream()
          .filter(p -> p.channel() == channel)
          .findFirst()
          .ifPresent(p -> fields.put(channel.name().toLowerCase(Locale.ROOT), p.raw()));
    }
  }

  private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
