package io.crmkit.core.customer.registry;

import io.crmkit.api.customer.CustomerChanged;
import io.crmkit.api.customer.CustomerRegistered;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.PhoneRegion;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** Organizations and persons. */
public final class RegistryFeature {

  private RegistryFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.entity(CustomerEntity.CUSTOMERS);
    registrar.event(CustomerRegistered.class);
    registrar.event(CustomerChanged.class);
    registrar.port(PhoneRegion.class, new Regions());
    registrar.service(Customers.class, CustomerService.class);
  }
}
