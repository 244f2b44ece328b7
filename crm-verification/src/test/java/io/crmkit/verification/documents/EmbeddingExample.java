package io.crmkit.verification.documents;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import java.util.List;
import javax.sql.DataSource;

/** The example of README. */
final class EmbeddingExample {

  private EmbeddingExample() {}

  // begin README.md
  static List<Customer> embed(DataSource dataSource) {
    try (Crm crm = Crm.builder(AccessPolicy.allowAll()).dataSource(dataSource).open()) {
      CrmSession session = crm.session(new TenantId("acme"), Actor.of("lily"));
      RegisterCustomer command =
          RegisterCustomer.organization(CustomerName.of("Northwind Pumps", "北风泵业"))
              .withContactPoints(List.of(ContactPoint.phone("+86 21 5555 0100")));
      Customers customers = session.once("web-form-4711").get(Customers.class);
      Customer first = customers.register(command);
      Customer again = customers.register(command); // the same key: nothing is doubled
      if (!first.id().equals(again.id())) {
        throw new IllegalStateException("two customers");
      }
      return session.get(Customers.class).named("northwind");
    }
  }

  // end README.md
}
