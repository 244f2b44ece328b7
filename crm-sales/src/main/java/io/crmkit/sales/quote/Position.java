package io.crmkit.sales.quote;

import io.crmkit.api.sales.pricing.Item;
import io.crmkit.api.sales.quote.LinePrice;
import java.util.List;
import java.util.UUID;

/**
 * Something to be paid for, before it is computed.
 *
 * @param lineId the line's id
 * @param item what is sold
 * @param quantity units
 * @param price what it is priced at
 * @param parts the components of a bundle; empty for single things
 */
record Position(UUID lineId, Item item, int quantity, LinePrice price, List<Position> parts) {

  Position {
    parts = List.copyOf(parts);
  }
}
