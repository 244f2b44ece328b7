package io.crmkit.proposals.merge;

import io.crmkit.api.CrmSession;
import io.crmkit.api.document.DocumentId;
import io.crmkit.api.document.Documents;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.NotFound;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Fetches stored files. The Word engine wants them whole. For one thread. */
final class StoredFiles {

  private final Documents documents;

  StoredFiles(CrmSession session) {
    this.documents = session.get(Documents.class);
  }

  /** The content; empty if there is none, or the caller may not know of it. */
  Optional<byte[]> content(DocumentId id) {
    try {
      long size = documents.get(id).size();
      ByteArrayOutputStream content = new ByteArrayOutputStream(Math.toIntExact(size));
      documents.copyTo(id, content);
      return Optional.of(content.toByteArray());
    } catch (NotFound | AccessDenied e) {
      return Optional.empty();
    }
  }
}
