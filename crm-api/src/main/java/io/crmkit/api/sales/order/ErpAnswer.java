package io.crmkit.api.sales.order;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the ERP says of an order. */
public sealed interface ErpAnswer {

  /**
   * It takes the order.
   *
   * @param erpNumber its own number of the order
   */
  record Accepted(String erpNumber) implements ErpAnswer {}

  /**
   * It does not take the order.
   *
   * @param reason why, in its own words
   */
  record Declined(String reason) implements ErpAnswer {}

  /**
   * It called the order off before anything was carried out.
   *
   * @param reason why, in its own words
   */
  record Cancelled(String reason) implements ErpAnswer {}

  /** The order was carried out, at least in part. */
  record Executed(LocalDate on) implements ErpAnswer {}

  /**
   * Goods have left. Several shipments may follow one another until everything is shipped.
   *
   * @param on the date of shipment
   * @param lines what has left, no bundles but their components
   */
  record Shipped(LocalDate on, List<ShippedLine> lines) implements ErpAnswer {
    public Shipped {
      lines = List.copyOf(lines);
    }
  }

  /** The invoice was written. */
  record Invoiced(String invoiceNumber, LocalDate on) implements ErpAnswer {}

  /** The order was paid in full. */
  record Paid(LocalDate on) implements ErpAnswer {}

  /**
   * Units of a line.
   *
   * @param line the order line's id
   * @param quantity units, 1 or more
   * @param serialNumbers those known, in the order of the units; not more than units, none twice
   */
  record ShippedLine(UUID line, int quantity, List<String> serialNumbers) {
    public ShippedLine {
      serialNumbers = List.copyOf(serialNumbers);
    }
  }
}
