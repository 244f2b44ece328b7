package io.crmkit.api.field;

import java.util.Objects;

/**
 * One of the choices of a field.
 *
 * @param code what is kept: a word of up to 60 letters, digits, points, dashes and underscores
 * @param label what people read
 */
public record FieldChoice(String code, FieldLabel label) {

  public FieldChoice {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(label, "label");
  }

  public static FieldChoice of(String code) {
    return new FieldChoice(code, FieldLabel.none());
  }
}
