package io.crmkit.api.field;

import java.util.Objects;

/**
 * What a field is for.
 *
 * @param search whether it can be searched and sorted by
 * @param privacy whether its values are personal data
 */
public record FieldUse(Search search, Privacy privacy) {

  /** Whether a field can be searched and sorted by. */
  public enum Search {
    /** An index is kept; texts have 250 characters at most. */
    SEARCHABLE,
    NONE
  }

  /** Whether values are personal data. */
  public enum Privacy {
    /** Marked as such in the audit, and erased with the person. */
    PERSONAL,
    NONE
  }

  public FieldUse {
    Objects.requireNonNull(search, "search");
    Objects.requireNonNull(privacy, "privacy");
  }

  public static FieldUse shown() {
    return new FieldUse(Search.NONE, Privacy.NONE);
  }

  public static FieldUse searched() {
    return new FieldUse(Search.SEARCHABLE, Privacy.NONE);
  }

  public FieldUse personal() {
    return new FieldUse(search, Privacy.PERSONAL);
  }

  public boolean isSearchable() {
    return search == Search.SEARCHABLE;
  }

  public boolean isPersonal() {
    return privacy == Privacy.PERSONAL;
  }
}
