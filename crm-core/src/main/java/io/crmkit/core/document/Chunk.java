package io.crmkit.core.document;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.value.Bytes;
import io.crmkit.core.spi.storage.Entity;

/**
 * One piece of a content, so that no file is ever whole in memory.
 *
 * @param id the piece
 * @param version always 1
 * @param contentId whose piece it is
 * @param part 0 for the first piece
 * @param body the bytes; at most {@link #SIZE}, fewer only in the last piece
 */
public record Chunk(ChunkId id, long version, ContentId contentId, int part, Bytes body) {

  /** 256 KiB: small against a heap, large against the cost of a row. */
  static final int SIZE = 256 * 1024;

  private static final Attribute<Chunk, ContentId> CONTENT_ID =
      Attribute.of(Chunk.class, "contentId", ContentId.class);
  private static final Attribute<Chunk, Integer> PART =
      Attribute.of(Chunk.class, "part", Integer.class);

  /** Written under the lock on the content's digest, which keeps the parts unique. */
  static final Entity<Chunk> CHUNKS =
      Entity.of(Chunk.class, "documents.chunk", "crm_document_chunk")
          .indexed("contentId")
          .appendOnly()
          .unaudited()
          .rootOfAccess();

  static Criteria<Chunk> at(ContentId content, int part) {
    return CONTENT_ID.eq(content).and(PART.eq(part));
  }
}
