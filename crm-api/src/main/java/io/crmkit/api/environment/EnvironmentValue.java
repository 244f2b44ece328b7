package io.crmkit.api.environment;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What there is of an item. Immutable.
 *
 * @param text up to 2,000 characters; may be empty where the version says it all
 * @param version as the maker writes it, up to 100 characters; null if there is none
 * @param vendor who made it, up to 200 characters; null if not known
 */
@RecordBuilder
public record EnvironmentValue(String text, @Nullable String version, @Nullable String vendor)
    implements EnvironmentValueBuilder.With {

  public EnvironmentValue {
    Objects.requireNonNull(text, "text");
  }

  /** A text alone. */
  public static EnvironmentValue of(String text) {
    return new EnvironmentValue(text, null, null);
  }
}
