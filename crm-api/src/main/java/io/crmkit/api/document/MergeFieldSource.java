package io.crmkit.api.document;

import io.crmkit.api.CrmSession;
import io.crmkit.api.extension.ContributionPoint;
import io.crmkit.api.value.EntityRef;
import java.util.Map;

/**
 * A module's part of the values that fill the merge fields of documents, such as <code>
 * {{customer.name}}</code>. Must be thread-safe.
 */
public interface MergeFieldSource {

  ContributionPoint<MergeFieldSource> POINT =
      new ContributionPoint<>("merge-fields", MergeFieldSource.class);

  /**
   * The values that this module knows for the record that a document is about.
   *
   * @param session the caller's, so that nobody prints what they may not see
   * @param about the record, such as an opportunity; a source that has nothing to say of this kind
   *     of record gives an empty map
   * @return values by top-level name, such as {@code customer}; each a String, Number, Boolean,
   *     {@code Money}, {@code LocalDate}, {@code Instant}, a {@code Label}, which is filled in in
   *     the document's language, a {@code Map<String, Object>} or a {@code List<Map<String,
   *     Object>>}; no nulls
   */
  Map<String, Object> fields(CrmSession session, EntityRef about);
}
