package io.crmkit.proposals.word;

import io.crmkit.proposals.word.check.WordLimits;
import io.crmkit.proposals.word.fields.FieldResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What to merge. Immutable if its resolver is.
 *
 * @param parts the parts in order; the first Word file among them is the master, whose styles,
 *     theme, page setup, headers and footers the result has
 * @param properties what the file says about itself
 * @param fields knows the values of merge fields
 * @param unfilled what to do about fields that cannot be filled
 * @param language how dates, numbers and amounts are printed
 * @param limits limits for every Word file that comes in
 */
public record MergeRequest(
    List<MergePart> parts,
    DocumentProperties properties,
    FieldResolver fields,
    UnfilledFields unfilled,
    Locale language,
    WordLimits limits) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException without parts
   */
  public MergeRequest {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to merge");
    }
  }

  /** Starts a request. */
  public static Builder of(DocumentProperties properties) {
    return new Builder(properties);
  }

  /** Collects a request. Not thread-safe. */
  public static final class Builder {

    private final DocumentProperties properties;
    private final List<MergePart> parts = new ArrayList<>();
    private FieldResolver fields = FieldResolver.none();
    private UnfilledFields unfilled = UnfilledFields.FAIL;
    private Locale language = Locale.ENGLISH;
    private WordLimits limits = WordLimits.DEFAULT;

    private Builder(DocumentProperties properties) {
      this.properties = properties;
    }

    /** Appends a part. */
    public Builder add(MergePart part) {
      parts.add(part);
      return this;
    }

    /** Appends parts. */
    public Builder addAll(List<MergePart> more) {
      parts.addAll(more);
      return this;
    }

    /** Sets who knows the values of merge fields; by default nobody does. */
    public Builder fields(FieldResolver resolver) {
      fields = resolver;
      return this;
    }

    /** Sets what to do about fields that cannot be filled; by default the merge fails. */
    public Builder unfilled(UnfilledFields policy) {
      unfilled = policy;
      return this;
    }

    /** Sets the language; English by default. */
    public Builder language(Locale locale) {
      language = locale;
      return this;
    }

    /** Sets the limits for Word files that come in. */
    public Builder limits(WordLimits wordLimits) {
      limits = wordLimits;
      return this;
    }

    /**
     * The request.
     *
     * @throws IllegalArgumentException without parts
     */
    public MergeRequest build() {
      return new MergeRequest(parts, properties, fields, unfilled, language, limits);
    }
  }
}
