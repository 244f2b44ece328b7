package io.crmkit.core.customer.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.ContactAttributes;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.value.EntityRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merge fields of documents that are about a customer or a contact: {@code customer}, {@code
 * contacts} and {@code contact}.
 */
final class CustomerMergeFields implements MergeFieldSource {

  private static final int CONTACTS_AT_MOST = 200;

  @Override
  public Map<String, Object> fields(CrmSession session, EntityRef about) {
    return switch (about.entity()) {
      case Customer.ENTITY -> ofCustomer(session, new CustomerId(about.id()));
      case Contact.ENTITY -> ofContact(session, new ContactId(about.id()));
      default -> Map.of();
    };
  }

  private static Map<String, Object> ofCustomer(CrmSession session, CustomerId id) {
    Map<String, Object> fields = new LinkedHashMap<>();
    MergeFields told = new MergeFields(session);
    Optional<Customer> customer = session.get(Customers.class).find(id);
    if (customer.isPresent()) {
      fields.put("customer", told.of(customer.get()));
      List<Map<String, Object>> contacts = contacts(session, id);
      fields.put("contacts", contacts);
      if (!contacts.isEmpty()) {
        fields.put("contact", contacts.get(0));
      }
    }
    return fields;
  }

  private static List<Map<String, Object>> contacts(CrmSession session, CustomerId id) {
    MergeFields told = new MergeFields(session);
    Query<Contact> query =
        Query.where(
                ContactAttributes.ORGANIZATION.eq(id).and(ContactAttributes.on(session.today())))
            .limit(CONTACTS_AT_MOST);
    return session.get(Contacts.class).search(query).items().stream().map(told::of).toList();
  }

  private static Map<String, Object> ofContact(CrmSession session, ContactId id) {
    Map<String, Object> fields = new LinkedHashMap<>();
    MergeFields told = new MergeFields(session);
    Optional<Contact> contact = session.get(Contacts.class).find(id);
    if (contact.isPresent()) {
      fields.put("contact", told.of(contact.get()));
      session
          .get(Customers.class)
          .find(contact.get().organization())
          .ifPresent(o -> fields.put("customer", told.of(o)));
    }
    return fields;
  }
}
