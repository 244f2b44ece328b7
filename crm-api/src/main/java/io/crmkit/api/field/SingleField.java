package io.crmkit.api.field;

import io.crmkit.api.criteria.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A custom field whose values have one part. Immutable.
 *
 * @param <T> the class of its values
 */
public final class SingleField<T> extends Field<T> {

  private final FieldForm<T> form;

  SingleField(String key, FieldType type, FieldForm<T> form) {
    super(key, type);
    this.form = form;
  }

  /**
   * The field as an attribute of an entity: for criteria and orders, like any other, if the
   * definition says that it is searchable.
   *
   * @param entity the record class
   */
  public <E> Attribute<E, T> of(Class<E> entity) {
    return Attribute.of(entity, PREFIX + key(), form.type());
  }

  @Override
  public List<String> names() {
    return List.of(key());
  }

  @Override
  Optional<T> read(Map<String, String> kept) {
    return Optional.ofNullable(kept.get(key())).map(form.read());
  }

  @Override
  void write(Map<String, String> kept, T value) {
    kept.put(key(), form.write().apply(value));
  }
}
