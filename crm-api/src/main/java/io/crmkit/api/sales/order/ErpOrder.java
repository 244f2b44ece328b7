package io.crmkit.api.sales.order;

import io.crmkit.api.TenantId;

/**
 * An order as it is handed to the ERP.
 *
 * @param key the same at every delivery of this attempt, and different for every other attempt, and
 *     for every other order of any tenant
 * @param tenant whose order
 * @param order as it stands
 * @param attempt 1 for the first time that it is placed; one more each time that it is placed again
 *     after a refusal
 */
public record ErpOrder(String key, TenantId tenant, SalesOrder order, int attempt) {}
