package io.crmkit.api.access;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Parts;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an actor may see of the fields of one entity's records, and which of them he may fill in.
 * Fields without a rule are seen and filled in by whoever may see and change the record.
 *
 * <pre>{@code
 * FieldAccess.none()
 *     .hiding("profile.annualRevenue", "custom.loyalty.tier")
 *     .masking(4, "externalId")
 *     .readOnly("number")
 * }</pre>
 *
 * A path is that of the record's components, joined by dots. It may stop early: {@code profile}
 * means everything in it. A list of parts has the path of its component, {@code contactPoints}, an
 * attribute of its parts {@code contactPoints.raw}. Custom fields have {@code custom.} before their
 * key. Immutable.
 *
 * @param byPath the rules by the paths that they are for
 */
public record FieldAccess(Map<String, Rule> byPath) {

  private static final FieldAccess NONE = new FieldAccess(Map.of());

  public FieldAccess {
    byPath = Collections.unmodifiableMap(new TreeMap<>(byPath));
  }

  /** How much is left of a field; the less, the later. */
  public enum Sight {
    /** Seen, but not filled in. */
    READ_ONLY,
    /** Of a text, only that it is there, and perhaps its end. Not searched or sorted by. */
    MASKED,
    /** As if it had no value. Not searched or sorted by. */
    HIDDEN
  }

  /**
   * A rule.
   *
   * @param sight how much is seen
   * @param shownAtEnd of a masked text, how many of the last characters are shown; a text that is
   *     not longer than twice as many shows none
   */
  public record Rule(Sight sight, int shownAtEnd) {
    public Rule {
      Objects.requireNonNull(sight, "sight");
      if (shownAtEnd < 0 || (shownAtEnd > 0 && sight != Sight.MASKED)) {
        throw new IllegalArgumentException("characters are shown at the end of masked texts only");
      }
    }
  }

  /** Everything is seen and filled in. */
  public static FieldAccess none() {
    return NONE;
  }

  public boolean isEmpty() {
    return byPath.isEmpty();
  }

  /** The same, and these fields are hidden. They must be ones that may be absent. */
  public FieldAccess hiding(String... paths) {
    return with(new Rule(Sight.HIDDEN, 0), paths);
  }

  /** The same, and this field is hidden. */
  public FieldAccess hiding(Attribute<?, ?> attribute) {
    return hiding(attribute.path());
  }

  /** The same, and this list is shown as if it were empty. */
  public FieldAccess hiding(Parts<?, ?> parts) {
    return hiding(parts.path());
  }

  /** The same, and these texts are masked. */
  public FieldAccess masking(String... paths) {
    return masking(0, paths);
  }

  /**
   * The same, and these texts are masked but for their last characters.
   *
   * @param shownAtEnd how many; a text not longer than twice as many shows none
   */
  public FieldAccess masking(int shownAtEnd, String... paths) {
    return with(new Rule(Sight.MASKED, shownAtEnd), paths);
  }

  /** The same, and these fields cannot be filled in. */
  public FieldAccess readOnly(String... paths) {
    return with(new Rule(Sight.READ_ONLY, 0), paths);
  }

  /** The same, and this field cannot be filled in. */
  public FieldAccess readOnly(Attribute<?, ?> attribute) {
    return readOnly(attribute.path());
  }

  /** The rule for a field: its own, or that of what it is in. */
  public @Nullable Rule of(String path) {
    String at = path;
    while (true) {
      Rule rule = byPath.get(at);
      int dot = at.lastIndexOf('.');
      if (rule != null || dot < 0) {
        return rule;
      }
      at = at.substring(0, dot);
    }
  }

  private FieldAccess with(Rule rule, String... paths) {
    Map<String, Rule> all = new TreeMap<>(byPath);
    for (String path : paths) {
      all.put(path, rule);
    }
    return new FieldAccess(all);
  }
}
