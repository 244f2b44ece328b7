package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.document.Documents;
import io.crmkit.api.document.NewDocument;
import io.crmkit.api.document.StoredDocument;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Runs the example of docs/documents.md. */
class DocumentsPageTest {

  @OnEveryStorage
  void whatIsStoredIsReadBack(TestCrm crm) {
    CrmSession session = crm.session();
    byte[] file = "%PDF-1.7 and so on".getBytes(StandardCharsets.US_ASCII);
    InputStream upload = new ByteArrayInputStream(file);
    ByteArrayOutputStream download = new ByteArrayOutputStream();

    // begin docs/documents.md
    Documents documents = session.get(Documents.class);
    StoredDocument stored =
        documents.store(new NewDocument("offer.pdf", "application/pdf"), upload);

    documents.copyTo(stored.id(), download);
    // end docs/documents.md

    assertThat(download.toByteArray()).isEqualTo(file);
  }
}
