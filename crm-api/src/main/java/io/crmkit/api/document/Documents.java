package io.crmkit.api.document;

import io.crmkit.api.module.ProvidedBy;
import java.io.InputStream;
import java.io.OutputStream;

/** Files in the CRM's own storage: size-limited, streamed, kept once when equal. */
@ProvidedBy("io.crmkit:crm-core")
public interface Documents {

  /**
   * Stores a file. The stream is read to its end and not closed.
   *
   * @throws io.crmkit.api.error.InvalidInput if the name or media type is unusable
   * @throws io.crmkit.api.error.Refused if the file is larger than the limit
   */
  StoredDocument store(NewDocument document, InputStream content);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  StoredDocument get(DocumentId id);

  /**
   * Writes the content to the stream, which is not closed.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  void copyTo(DocumentId id, OutputStream target);
}
