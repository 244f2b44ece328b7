package io.crmkit.benchmarks.coldstart;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.field.CustomValues;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Opens CrmKit with every module and saves one customer; on memory, or on the H2 URL given, through
 * the pool that H2 brings along.
 */
public final class FirstCustomer {

  private FirstCustomer() {}

  public static void main(String[] args) {
    CrmBuilder builder = Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL);
    if (args.length > 0) {
      builder.dataSource(JdbcConnectionPool.create(args[0], "", ""));
    }
    try (Crm crm = builder.open()) {
      crm.session(new TenantId("acme"), Actor.of("lily"))
          .get(Customers.class)
          .register(
              new RegisterCustomer(
                  CustomerKind.ORGANIZATION,
                  CustomerName.of("Northwind Pumps", "北风泵业"),
                  null,
                  null,
                  CustomerProfile.unknown(),
                  List.of(),
                  CustomValues.none()));
    }
  }
}
