package io.crmkit.core.kernel.json;

import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document whose Java type its keeper does not know: the value, or its text, whichever there was
 * first. Immutable; safe for many threads.
 */
public final class RawJson {

  private final @Nullable Object value;
  private final @Nullable String text;

  private RawJson(@Nullable Object value, @Nullable String text) {
    this.value = value;
    this.text = text;
  }

  public static RawJson ofValue(Object value) {
    return new RawJson(value, null);
  }

  public static RawJson ofText(String text) {
    return new RawJson(null, text);
  }

  public String text() {
    return text != null ? text : Json.write(Objects.requireNonNull(value));
  }

  public Object as(Type type) {
    return value != null ? value : Json.read(Objects.requireNonNull(text), type);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawJson that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
