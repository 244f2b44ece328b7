package io.crmkit.service.common;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.core.spi.work.ReadTx;

/** What the service domain asks of the customer domain. */
public final class KnownCustomers {

  private KnownCustomers() {}

  /**
   * @throws Refused if there is no such customer that the caller may see
   */
  public static void mustExist(ReadTx tx, CustomerId id) {
    // Without the customer domain, the host's ids are taken as they are.
    boolean unknown =
        tx.session()
            .find(Customers.class)
            .filter(customers -> customers.find(id).isEmpty())
            .isPresent();
    if (unknown) {
      throw Refused.because(Reason.of(ServiceReason.CUSTOMER_UNKNOWN));
    }
  }
}
