package io.crmkit.core.customer.contact;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.core.spi.storage.Entity;

/** The declaration of contacts: whoever may see the organization may see who works there. */
public final class ContactEntity {

  public static final Entity<Contact> CONTACTS =
      Entity.of(Contact.class, Contact.ENTITY, "crm_contact")
          .parts("posts", "crm_contact_post")
          .neverEmpty("posts")
          .parts("contactPoints", "crm_contact_contact_point")
          .indexed("person", "organization")
          .personal("contactPoints.raw", "contactPoints.normalized")
          .personal("contactPoints.address.street", "contactPoints.address.postalCode")
          .ownedBy("organization", Customer.class);

  private ContactEntity() {}
}
