package io.crmkit.core.document;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.document.DocumentReason;
import io.crmkit.core.spi.storage.Entity;

/**
 * The content that one or more documents have.
 *
 * @param id the content
 * @param version always 1, since a content never changes
 * @param sha256 its SHA-256 in lower-case hexadecimal; unique within the tenant
 * @param size in bytes
 * @param chunks into how many pieces it is cut; 0 for an empty one
 */
public record Content(ContentId id, long version, String sha256, long size, int chunks) {

  static final Attribute<Content, String> SHA256 =
      Attribute.of(Content.class, "sha256", String.class);

  /** Reached only through a document that the caller may see, hence with tenant-wide eyes. */
  static final Entity<Content> CONTENTS =
      Entity.of(Content.class, "documents.content", "crm_document_content")
          .unique(DocumentReason.CONTENT_JUST_STORED, "sha256")
          .appendOnly()
          .unaudited()
          .rootOfAccess();
}
