package io.crmkit.core.customer.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.util.List;
import java.util.Map;

class CustomerMergeFieldsTest {

  @OnEveryStorage
  void a_document_about_a_customer_or_contact_knows_both(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    Customer hospital =
        customers.register(RegisterCustomer.organization(CustomerName.of("Hospital")));
    Customer person = customers.register(RegisterCustomer.person(CustomerName.of("Li Wei")));
    Contact contact = crm.get(Contacts.class).add(AddContact.of(person.id(), hospital.id()));
    CustomerMergeFields source = new CustomerMergeFields();

    Map<String, Object> aboutCustomer = source.fields(crm.session(), hospital.ref());
    Map<String, Object> aboutContact = source.fields(crm.session(), contact.ref());

    assertThat(aboutCustomer).containsOnlyKeys("customer", "contacts", "contact");
    assertThat(aboutCustomer.get("contacts")).isEqualTo(List.of(aboutContact.get("contact")));
    assertThat(aboutContact).containsOnlyKeys("customer", "contact");
    assertThat(aboutContact.get("customer")).isEqualTo(aboutCustomer.get("customer"));
  }

  @OnEveryStorage
  void of_other_records_and_unknown_customers_nothing_is_said(TestCrm crm) {
    CustomerMergeFields source = new CustomerMergeFields();

    assertThat(source.fields(crm.session(), new EntityRef("sales.quote", crm.newId()))).isEmpty();
    assertThat(source.fields(crm.session(), new EntityRef(Customer.ENTITY, crm.newId()))).isEmpty();
  }
}
