package io.crmkit.core.kernel.work;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldLabel;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldType;
import io.crmkit.api.field.FieldUse;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.spi.storage.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The custom fields that tenants have declared, and the index of all values. */
public final class FieldEntities {

  private FieldEntities() {}

  /** A custom field of a tenant. */
  public record StoredField(
      KernelId id,
      long version,
      String entity,
      String field,
      FieldType type,
      Content content,
      @Nullable String target,
      FieldDefinition.State state) {

    static KernelId idOf(String entity, String key) {
      return KernelId.named("field\n" + entity + "\n" + key);
    }

    static StoredField of(FieldDefinition definition) {
      return new StoredField(
          idOf(definition.entity(), definition.key()),
          definition.origin().version(),
          definition.entity(),
          definition.key(),
          definition.type(),
          new Content(definition.label(), definition.rules(), definition.use()),
          definition.target(),
          definition.origin().state());
    }

    FieldDefinition definition() {
      return new FieldDefinition(
          entity,
          field,
          type,
          content.label(),
          content.rules(),
          content.use(),
          target,
          new FieldDefinition.Origin(null, version, state));
    }

    StoredField in(FieldDefinition.State changed) {
      return new StoredField(id, version, entity, field, type, content, target, changed);
    }
  }

  /** What can be changed about a field. */
  public record Content(FieldLabel label, FieldRules rules, FieldUse use) {}

  /**
   * A value of a record, by which that is found. Values that are too long for the index have none.
   * It follows its record, version and all; nothing else refers to it.
   */
  public record IndexedValue(
      KernelId id,
      long version,
      String entity,
      String field,
      UUID recordId,
      @Nullable String textValue,
      @Nullable BigDecimal numberValue,
      @Nullable LocalDate dateValue,
      @Nullable Instant instantValue) {}

  public static final Entity<StoredField> FIELDS =
      Entity.of(StoredField.class, "kernel.custom-field", "crm_custom_field")
          .json("content")
          .publicToTenant();

  public static final Entity<IndexedValue> VALUES =
      Entity.of(IndexedValue.class, "kernel.custom-value", "crm_custom_value")
          .unaudited()
          .publicToTenant();

  static final Attribute<IndexedValue, UUID> RECORD =
      Attribute.of(IndexedValue.class, "recordId", UUID.class);
}
