package io.crmkit.api.document;

import java.time.Instant;

/**
 * A file in the CRM's storage. Its content never changes; equal contents are kept once.
 *
 * @param id the document
 * @param version 1, since a document never changes; one more for each erasure in its name
 * @param name the file's name, without a path
 * @param mediaType such as {@code "application/pdf"}
 * @param size in bytes
 * @param sha256 the content's SHA-256 in lower-case hexadecimal
 * @param storedAt when it was stored
 */
public record StoredDocument(
    DocumentId id,
    long version,
    String name,
    String mediaType,
    long size,
    String sha256,
    Instant storedAt) {}
