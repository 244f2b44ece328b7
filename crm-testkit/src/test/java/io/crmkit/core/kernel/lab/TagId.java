package io.crmkit.core.kernel.lab;

import io.crmkit.api.value.EntityId;
import java.util.UUID;

public record TagId(UUID value) implements EntityId {}
