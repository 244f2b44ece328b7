package io.crmkit.api.document;

import io.crmkit.api.criteria.Attribute;
import java.time.Instant;

/** The attributes of {@link StoredDocument}, for access policies and searches. */
public final class DocumentAttributes {

  public static final Attribute<StoredDocument, String> NAME = text("name");
  public static final Attribute<StoredDocument, String> MEDIA_TYPE = text("mediaType");
  public static final Attribute<StoredDocument, String> SHA256 = text("sha256");
  public static final Attribute<StoredDocument, Long> SIZE =
      Attribute.of(StoredDocument.class, "size", Long.class);
  public static final Attribute<StoredDocument, Instant> STORED_AT =
      Attribute.of(StoredDocument.class, "storedAt", Instant.class);

  private DocumentAttributes() {}

  private static Attribute<StoredDocument, String> text(String path) {
    return Attribute.of(StoredDocument.class, path, String.class);
  }
}
