package com.example.loyalty;

import io.crmkit.api.criteria.*;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ProvidedBy;
import org.jspecify.annotations.Nullable;

/** Points of customers. */
@ProvidedBy("com.example:loyalty-plugin")
public interface Loyalty {

  /** Points given, or taken if negative; one source is booked once, none any number of times. */
  record Book(CustomerId customer, long points, @Nullable String source, String note) {}

  long balance(CustomerId customer);

  /** Refused if the customer has fewer points than are taken. */
  PointsEntry book(Book command);

  Page<PointsEntry> ledger(Query<PointsEntry> query);
}
