package io.crmkit.core.kernel.model;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.field.Field;

/** Custom fields as columns, made when they are asked for: nobody knows them beforehand. */
final class CustomColumns {

  private CustomColumns() {}

  /**
   * @throws IllegalArgumentException if values of this class cannot be searched
   */
  static Column of(EntityModel<?> model, Attribute<?, ?> attribute) {
    Codec codec = Codec.of(attribute.type());
    if (codec == null) {
      throw new IllegalArgumentException(attribute.path() + " is no " + attribute.type().getName());
    }
    String name = attribute.path().substring(Field.PREFIX.length());
    return new Column(
        attribute.path(),
        name,
        codec,
        true,
        row -> {
          String text = model.customOf(row).texts().get(name);
          return text == null ? null : codec.decode(codec.type().parse(text));
        });
  }
}
