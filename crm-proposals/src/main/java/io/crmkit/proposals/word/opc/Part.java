package io.crmkit.proposals.word.opc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One part of a package that was read. Never changed; the bytes are not handed out for writing. */
public final class Part {

  private final String name;
  private final String contentType;
  private final byte[] bytes;
  private final Map<String, Relationship> relationships;

  @SuppressWarnings("ArrayRecordComponent")
  Part(String name, String contentType, byte[] bytes, Map<String, Relationship> relationships) {
    this.name = name;
    this.contentType = contentType;
    this.bytes = bytes;
    this.relationships = relationships;
  }

  /** Full name without leading slash, such as {@code word/document.xml}. */
  public String name() {
    return name;
  }

  /** The content type; empty if the package does not say. */
  public String contentType() {
    return contentType;
  }

  /** The content. Callers must not change the array. */
  public byte[] bytes() {
    return bytes;
  }

  /** The relationships in the order written. */
  public List<Relationship> relationships() {
    return List.copyOf(relationships.values());
  }

  /** The relationship with the id. */
  public @Nullable Relationship relationship(String id) {
    return relationships.get(id);
  }

  /** The first relationship of the type that stays inside the package. */
  public @Nullable Relationship first(String type) {
    for (Relationship r : relationships.values()) {
      if (r.type().equals(type) && !r.external()) {
        return r;
      }
    }
    return null;
  }
}
