package io.crmkit.api.sales.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Units of one line that were shipped together.
 *
 * @param id this shipment
 * @param version always 1
 * @param order the order
 * @param lineId the order line's id
 * @param quantity units
 * @param shippedOn the date of shipment
 * @param serialNumbers those known, in the order of the units; may be fewer than the units
 * @param recordedAt when it was written down
 */
public record Shipment(
    ShipmentId id,
    long version,
    OrderId order,
    UUID lineId,
    int quantity,
    LocalDate shippedOn,
    List<String> serialNumbers,
    Instant recordedAt) {

  public Shipment {
    serialNumbers = List.copyOf(serialNumbers);
  }
}
