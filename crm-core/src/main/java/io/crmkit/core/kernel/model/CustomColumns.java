package io.crmkit.core.kernel.model;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.field.ChoicesField;
import io.crmkit.api.field.Field;
import java.util.Set;

/** Custom fields as columns, made when they are asked for: nobody knows them beforehand. */
public final class CustomColumns {

  private CustomColumns() {}

  /** Whether a path means each of several choices by itself: {@code custom.languages[]}. */
  public static boolean isOfEach(String path) {
    return path.startsWith(Field.PREFIX) && path.endsWith(ChoicesField.EACH);
  }

  /** The path of the field whose values a path means, all or each. */
  public static String fieldOf(String path) {
    return isOfEach(path) ? path.substring(0, path.length() - ChoicesField.EACH.length()) : path;
  }

  /** The choices of a record that a path means by themselves. */
  public static Set<String> eachOf(EntityModel<?> model, Object row, String path) {
    String text = model.customOf(row).texts().get(fieldOf(path).substring(Field.PREFIX.length()));
    return text == null ? Set.of() : ChoicesField.split(text);
  }

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
