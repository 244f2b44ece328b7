package io.crmkit.sales.order;

import io.crmkit.api.value.EntityId;
import java.util.UUID;

/** The id of a message of the ERP. */
record ErpMessageId(UUID value) implements EntityId {}
