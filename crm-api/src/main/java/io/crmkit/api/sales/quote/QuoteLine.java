package io.crmkit.api.sales.quote;

import io.crmkit.api.sales.pricing.Item;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a quote.
 *
 * @param lineId stable: the same in later revisions, in the order and in its shipments
 * @param parentLine the line of the bundle that this is a component of, or null
 * @param item what is sold
 * @param quantity units, 1 or more
 * @param price what it is priced at
 * @param amounts what it comes to
 */
public record QuoteLine(
    UUID lineId,
    @Nullable UUID parentLine,
    Item item,
    int quantity,
    LinePrice price,
    LineAmounts amounts) {}
