package io.crmkit.api.audit;

import io.crmkit.api.value.EntityId;
import java.util.UUID;

/** The id of an entry of the audit. */
public record AuditEntryId(UUID value) implements EntityId {}
