package io.crmkit.core.document;

import static io.crmkit.core.document.Chunk.CHUNKS;
import static io.crmkit.core.document.Content.CONTENTS;

import io.crmkit.api.document.DocumentId;
import io.crmkit.api.document.DocumentLimits;
import io.crmkit.api.document.DocumentReason;
import io.crmkit.api.document.Documents;
import io.crmkit.api.document.NewDocument;
import io.crmkit.api.document.StoredDocument;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.api.value.Bytes;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.ReadStore;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Stores and gives back files. What the caller sends is first read to its end beside the database,
 * so that its size and digest are known before a transaction begins, and a command that must be run
 * again finds it still there.
 */
final class DocumentService implements Documents {

  static final Entity<StoredDocument> DOCUMENTS =
      Entity.of(StoredDocument.class, "documents.document", "crm_document")
          .indexed("sha256")
          .mentionsPeopleIn("name")
          .appendOnly()
          .rootOfAccess();

  /** After this many pieces a read makes the unit of work write what it has collected. */
  private static final int PIECES_AT_ONCE = 8;

  private final Work work;
  private final DocumentLimits limits;

  @Inject
  DocumentService(Work work, DocumentLimits limits) {
    this.work = work;
    this.limits = limits;
  }

  /** The command as the fingerprint of an idempotency key sees it. */
  record StoreFile(String name, String mediaType, String sha256) {}

  @Override
  public StoredDocument store(NewDocument document, InputStream content) {
    List<Fault> faults = DocumentRules.faults(document);
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
    try (Spool spool = Spool.read(content, limits.maxBytes())) {
      if (spool.size() > limits.maxBytes()) {
        throw Refused.because(
            Reason.of(DocumentReason.TOO_LARGE)
                .with("name", document.name())
                .with("limit", limits.maxBytes()));
      }
      DocumentRules.mismatch(document, spool.head()).ifPresent(DocumentService::refuse);
      StoreFile command = new StoreFile(document.name(), document.mediaType(), spool.sha256());
      return work.run("document.store", command, tx -> insert(tx, command, spool));
    }
  }

  private static void refuse(Reason reason) {
    throw Refused.because(reason);
  }

  private static StoredDocument insert(Tx tx, StoreFile command, Spool spool) {
    tx.lockNames("document.content", List.of(spool.sha256()));
    if (content(tx, spool.sha256()).isEmpty()) {
      insertContent(tx, spool);
    }
    return tx.store(DOCUMENTS)
        .insert(
            new StoredDocument(
                new DocumentId(tx.newId()),
                0,
                command.name(),
                command.mediaType(),
                spool.size(),
                spool.sha256(),
                tx.now()));
  }

  private static void insertContent(Tx tx, Spool spool) {
    int pieces = Math.toIntExact((spool.size() + Chunk.SIZE - 1) / Chunk.SIZE);
    Content content =
        tx.tenantWide()
            .store(CONTENTS)
            .insert(
                new Content(new ContentId(tx.newId()), 0, spool.sha256(), spool.size(), pieces));
    try (InputStream stream = spool.open()) {
      for (int part = 0; part < pieces; part++) {
        Bytes body = Bytes.copyOf(stream.readNBytes(Chunk.SIZE));
        tx.tenantWide()
            .store(CHUNKS)
            .insert(new Chunk(new ChunkId(tx.newId()), 0, content.id(), part, body));
        if (part % PIECES_AT_ONCE == PIECES_AT_ONCE - 1) {
          tx.tenantWide().store(CHUNKS).count(Chunk.at(content.id(), part));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Content> content(ReadTx tx, String sha256) {
    return tx.tenantWide().store(CONTENTS).first(Content.SHA256.eq(sha256));
  }

  @Override
  public StoredDocument get(DocumentId id) {
    return work.read(tx -> tx.store(DOCUMENTS).get(id));
  }

  @Override
  public void copyTo(DocumentId id, OutputStream target) {
    work.read(
        tx -> {
          copy(tx, tx.store(DOCUMENTS).get(id), target);
          return id;
        });
  }

  private static void copy(ReadTx tx, StoredDocument document, OutputStream target) {
    Content content =
        content(tx, document.sha256()).orElseThrow(() -> damaged(document, "has no content"));
    ReadStore<Chunk> chunks = tx.tenantWide().store(CHUNKS);
    MessageDigest digest = Digests.sha256();
    try {
      for (int part = 0; part < content.chunks(); part++) {
        byte[] body =
            chunks
                .first(Chunk.at(content.id(), part))
                .orElseThrow(() -> damaged(document, "lacks a piece"))
                .body()
                .toArray();
        digest.update(body);
        target.write(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(document.sha256())) {
      throw damaged(document, "is not what was stored");
    }
  }

  private static StorageFailure damaged(StoredDocument document, String how) {
    return new StorageFailure("document " + document.id().value() + " " + how);
  }
}
