package io.crmkit.verification.plugin;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import java.util.function.Supplier;

/** What an application that brings CrmKit in its own archive does. Loaded anew for each. */
public final class InsideApplication implements Supplier<Long> {

  /** For the loader of the application. */
  public InsideApplication() {}

  /** How many customers there are after one was registered. */
  @Override
  public Long get() {
    try (Crm crm = Crm.builder(AccessPolicy.allowAll()).inMemory().open()) {
      CrmSession session = crm.session(new TenantId("acme"), Actor.of("lily"));
      Customers customers = session.get(Customers.class);
      customers.register(RegisterCustomer.organization(CustomerName.of("Acme")));
      return customers.count(Criteria.all());
    }
  }
}
