package io.crmkit.sales.order;

import io.crmkit.api.sales.order.ErpAnswer;
import io.crmkit.api.sales.order.OrderId;
import java.time.Instant;

/**
 * What the ERP said, kept by its own key so that it is taken once.
 *
 * @param messageKey the ERP's key of the message
 */
record ErpMessage(
    ErpMessageId id,
    long version,
    OrderId order,
    String messageKey,
    ErpAnswer answer,
    Instant recordedAt) {}
