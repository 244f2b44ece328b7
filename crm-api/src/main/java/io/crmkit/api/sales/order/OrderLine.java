package io.crmkit.api.sales.order;

import io.crmkit.api.sales.pricing.Item;
import io.crmkit.api.value.Money;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order.
 *
 * @param lineId the quote line's id
 * @param parentLine the line of the bundle that this is a component of, or null
 * @param item what is sold
 * @param quantity units ordered
 * @param net what it costs without tax; a bundle's is the sum of its components
 * @param tax the tax on it
 * @param shipped units shipped so far; always 0 for a bundle, whose components are shipped
 */
@RecordBuilder
public record OrderLine(
    UUID lineId,
    @Nullable UUID parentLine,
    Item item,
    int quantity,
    Money net,
    Money tax,
    int shipped)
    implements OrderLineBuilder.With {}
