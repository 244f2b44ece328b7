package io.crmkit.core.kernel.lab;

import io.crmkit.api.value.EntityId;
import java.util.UUID;

public record SpecimenId(UUID value) implements EntityId {}
