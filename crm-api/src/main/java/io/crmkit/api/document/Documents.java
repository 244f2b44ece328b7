package io.crmkit.api.document;

import io.crmkit.api.module.ProvidedBy;
import java.io.InputStream;
import java.io.OutputStream;

/** Files in the CRM's own storage: size-limited, streamed, kept once when equal. */
@ProvidedBy("io.crmkit:crm-core")
public interface Documents {

  /**
   * Stores a file. The stream is read to its end, or as far as the limit, and not closed.
   *
   * @throws io.crmkit.api.error.InvalidInput if the name or media type is unusable
   * @throws io.crmkit.api.error.Refused if the file is larger than the limit, or its first bytes
   *     are not those of its media type
   * @throws java.io.UncheckedIOException if the stream cannot be read; nothing is stored then
   */
  StoredDocument store(NewDocument document, InputStream content);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  StoredDocument get(DocumentId id);

  /**
   * Writes the content to the stream, piece by piece; the stream is not closed.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws java.io.UncheckedIOException if the stream does not take it
   * @throws io.crmkit.api.error.StorageFailure if what the database holds is not what was stored
   */
  void copyTo(DocumentId id, OutputStream target);
}
