package io.crmkit.api.document;

import io.crmkit.api.CrmSession;
import io.crmkit.api.document.content.DocumentContent;
import io.crmkit.api.extension.ContributionPoint;
import io.crmkit.api.value.EntityRef;
import java.util.Locale;
import java.util.Optional;

/** A module's ability to print its own records, such as quotes. Must be thread-safe. */
public interface GeneratedDocumentSource {

  ContributionPoint<GeneratedDocumentSource> POINT =
      new ContributionPoint<>("generated-documents", GeneratedDocumentSource.class);

  /**
   * The record as a document, in no particular file format.
   *
   * @param session the caller's
   * @param record what to print
   * @param language the language of headings and labels
   * @return empty if this source does not print that kind of record
   * @throws io.crmkit.api.error.NotFound if it does, but there is no such record
   */
  Optional<DocumentContent> generate(CrmSession session, EntityRef record, Locale language);
}
