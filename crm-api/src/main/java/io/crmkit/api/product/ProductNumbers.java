package io.crmkit.api.product;

import org.jspecify.annotations.Nullable;

/**
 * The numbers of a product besides its SKU. They name the kind, never a unit; at least one is
 * there.
 *
 * @param order the number it is ordered by
 * @param stock the number it has in the store
 * @param batch the batch that is being sold
 */
public record ProductNumbers(
    @Nullable String order, @Nullable String stock, @Nullable String batch) {}
