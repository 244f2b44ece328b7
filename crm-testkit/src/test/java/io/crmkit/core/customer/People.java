package io.crmkit.core.customer;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.ChangePost;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.contact.Influence;
import io.crmkit.api.customer.contact.InfluenceRole;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.testkit.TestCrm;
import org.jspecify.annotations.Nullable;

/** Sample customers, in few words. */
final class People {

  private final TestCrm crm;

  People(TestCrm crm) {
    this.crm = crm;
  }

  Customer organization(String name) {
    return crm.get(Customers.class).register(RegisterCustomer.organization(CustomerName.of(name)));
  }

  Customer person(String name) {
    return crm.get(Customers.class).register(RegisterCustomer.person(CustomerName.of(name)));
  }

  /** A new person who works for the organization, below that superior. */
  Contact contact(Customer organization, String name, @Nullable Contact superior) {
    return crm.get(Contacts.class)
        .add(
            AddContact.of(person(name).id(), organization.id())
                .withPost(new Post(name, null, superior == null ? null : superior.id())));
  }

  Contact contact(Customer organization, String name, InfluenceRole role, Contact superior) {
    return crm.get(Contacts.class)
        .add(
            AddContact.of(person(name).id(), organization.id())
                .withPost(Post.titled(name).withReportsTo(superior.id()))
                .withInfluence(Influence.of(role)));
  }

  /** The contact reports to that superior from today on. */
  Contact report(Contact contact, Contact superior) {
    Contact now = crm.get(Contacts.class).get(contact.id());
    return crm.get(Contacts.class)
        .changePost(ChangePost.of(now, now.post().withReportsTo(superior.id())));
  }
}
