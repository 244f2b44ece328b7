package io.crmkit.core.customer.registry;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.core.spi.storage.Entity;

/** The declaration of customers. */
public final class CustomerEntity {

  public static final Entity<Customer> CUSTOMERS =
      Entity.of(Customer.class, Customer.ENTITY, "crm_customer")
          .parts("contactPoints", "crm_customer_contact_point")
          .derived(
              CustomerAttributes.SEARCH_NAME, customer -> SearchName.of(customer.name()), "name")
          .unique(CustomerReason.NUMBER_TAKEN, "number")
          .unique(CustomerReason.EXTERNAL_ID_TAKEN, "externalId")
          .indexed("name.latin", "name.chinese")
          .personal("name.latin", "name.chinese", "name.shortName")
          .personal("contactPoints.raw", "contactPoints.normalized")
          .personal("contactPoints.address.street", "contactPoints.address.postalCode")
          .rootOfAccess();

  private CustomerEntity() {}
}
