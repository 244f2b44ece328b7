package com.example.loyalty;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.value.EntityId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a customer's ledger of points; {@code balance} is what there is after it. */
public record PointsEntry(
    Id id, long version, CustomerId customer, int number, long balance, Booking booking) {

  public static final Attribute<PointsEntry, CustomerId> CUSTOMER =
      Attribute.of(PointsEntry.class, "customer", CustomerId.class);
  public static final Attribute<PointsEntry, Integer> NUMBER =
      Attribute.of(PointsEntry.class, "number", Integer.class);
  public static final Attribute<PointsEntry, String> SOURCE =
      Attribute.of(PointsEntry.class, "booking.source", String.class);
  public static final Attribute<PointsEntry, Instant> AT =
      Attribute.of(PointsEntry.class, "booking.at", Instant.class);

  public record Id(UUID value) implements EntityId {}

  /** Points given, or taken if negative; one source is booked once, null any number of times. */
  public record Booking(long points, @Nullable String source, String note, Instant at) {}
}
