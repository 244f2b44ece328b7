package io.crmkit.api.field;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What values of a field must be like. Bounds and defaults are in the form in which values are
 * kept, see {@link CustomValues#texts}: {@code 12.5}, {@code 2026-02-28}.
 *
 * @param presence whether there must be a value
 * @param standard what a new record gets if nothing else is said; null for nothing. Not for money
 * @param atLeast the smallest value, of numbers, days, moments and amounts of money; null for none
 * @param atMost the greatest value; null for none
 * @param maxLength how many characters a text has at most; null for the most there can be
 * @param pattern a regular expression that all of a text has to match; null for none
 * @param choices of which values of {@link FieldType#CHOICE} and {@link FieldType#CHOICES} are
 *     taken. One that is taken away stays on the records that have it
 */
@RecordBuilder
public record FieldRules(
    Presence presence,
    @Nullable String standard,
    @Nullable String atLeast,
    @Nullable String atMost,
    @Nullable Integer maxLength,
    @Nullable String pattern,
    List<FieldChoice> choices)
    implements FieldRulesBuilder.With {

  /** Whether there must be a value. */
  public enum Presence {
    OPTIONAL,
    /** On new records, and whenever a record's custom values are changed. */
    REQUIRED
  }

  public FieldRules {
    Objects.requireNonNull(presence, "presence");
    choices = List.copyOf(choices);
  }

  /** Any value, or none. */
  public static FieldRules any() {
    return new FieldRules(Presence.OPTIONAL, null, null, null, null, null, List.of());
  }

  public FieldRules required() {
    return withPresence(Presence.REQUIRED);
  }
}
