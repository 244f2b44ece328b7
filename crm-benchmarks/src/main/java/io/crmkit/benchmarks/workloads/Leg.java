package io.crmkit.benchmarks.workloads;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.sales.opportunity.TotalsRow;
import java.util.List;
import java.util.UUID;

/** One way to do the workloads. What the reads answer is the same for all of them. */
interface Leg extends AutoCloseable {

  /** A word for tables. */
  String name();

  /** A customer comes to be known, in one transaction. */
  void register(Inputs.Registration registration);

  /** An opportunity is opened and advanced four times, each in a transaction. */
  void sell(UUID customer);

  /** A customer, whole. */
  Customer customer(UUID id);

  /** Those that have this telephone number, in the order of their ids. */
  List<Customer> reachedBy(String phone);

  /** Open opportunities by stage and currency, in this order. */
  List<TotalsRow> totals();

  @Override
  void close();
}
