package io.crmkit.api.sales.order;

import io.crmkit.api.TenantId;

/**
 * An order as it is handed to the ERP.
 *
 * @param key the same at every delivery of this order, and different for every other order of any
 *     tenant
 * @param tenant whose order
 * @param order as it stands
 */
public record ErpOrder(String key, TenantId tenant, SalesOrder order) {}
