package io.crmkit.core.kernel.field;

import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The custom fields of a tenant, those of modules included. Immutable. */
public final class TenantFields {

  private static final List<String> MONEY_PARTS = List.of(".amount", ".currency");

  private final Map<String, SortedMap<String, FieldDefinition>> byEntity = new HashMap<>();

  public TenantFields(Collection<FieldDefinition> ofModules, Collection<FieldDefinition> own) {
    ofModules.forEach(this::add);
    own.forEach(this::add);
  }

  private void add(FieldDefinition definition) {
    byEntity
        .computeIfAbsent(definition.entity(), e -> new TreeMap<>())
        .put(definition.key(), definition);
  }

  /** The fields of an entity, in the order of their keys. */
  public Collection<FieldDefinition> of(String entity) {
    SortedMap<String, FieldDefinition> known = byEntity.get(entity);
    return known == null ? List.of() : known.values();
  }

  public @Nullable FieldDefinition find(String entity, String key) {
    SortedMap<String, FieldDefinition> known = byEntity.get(entity);
    return known == null ? null : known.get(key);
  }

  /**
   * The field that keeps a value under this name.
   *
   * @param name as in {@link io.crmkit.api.field.CustomValues#texts}
   */
  public @Nullable FieldDefinition named(String entity, String name) {
    FieldDefinition whole = find(entity, name);
    if (whole != null) {
      return whole.type() == FieldType.MONEY ? null : whole;
    }
    for (String part : MONEY_PARTS) {
      if (name.endsWith(part)) {
        FieldDefinition money = find(entity, name.substring(0, name.length() - part.length()));
        return money != null && money.type() == FieldType.MONEY ? money : null;
      }
    }
    return null;
  }
}
