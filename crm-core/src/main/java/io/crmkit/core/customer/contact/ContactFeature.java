package io.crmkit.core.customer.contact;

import io.crmkit.api.customer.contact.ContactAdded;
import io.crmkit.api.customer.contact.ContactChanged;
import io.crmkit.api.customer.contact.ContactEnded;
import io.crmkit.api.customer.contact.ContactMoved;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** Who works where, for whom, and with what influence. */
public final class ContactFeature {

  private ContactFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.entity(ContactEntity.CONTACTS);
    registrar.event(ContactAdded.class);
    registrar.event(ContactChanged.class);
    registrar.event(ContactEnded.class);
    registrar.event(ContactMoved.class);
    registrar.service(Contacts.class, ContactService.class);
  }
}
