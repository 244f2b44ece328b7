package io.crmkit.proposals.word.opc;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.XmlWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A package in the making. The same calls in the same order give the same bytes. Not thread-safe.
 */
public final class PackageBuilder {

  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0, 0);
  private static final String TYPES_NS =
      "http://schemas.openxmlformats.org/package/2006/content-types";
  private static final String RELS_NS =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private final Map<String, byte[]> raw = new HashMap<>();
  private final Map<String, Element> trees = new HashMap<>();
  private final Map<String, String> types = new TreeMap<>();
  private final Map<String, Map<String, Relationship>> relationships = new HashMap<>();
  private final Map<String, String> lowerNames = new HashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();

  /** Adds a part with fixed content. */
  public void put(String name, String contentType, byte[] bytes) {
    raw.put(name, bytes);
    register(name, contentType);
  }

  /** Adds a part whose tree may still change until writing. */
  public void put(String name, String contentType, Element tree) {
    trees.put(name, tree);
    register(name, contentType);
  }

  private void register(String name, String contentType) {
    if (lowerNames.putIfAbsent(name.toLowerCase(Locale.ROOT), name) != null) {
      throw new IllegalStateException("Part exists: " + name);
    }
    types.put(name, contentType);
  }

  /** Whether a part has that name, upper and lower case being the same. */
  public boolean has(String name) {
    return lowerNames.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** The tree of a part that was added as one. */
  public @Nullable Element tree(String name) {
    return trees.get(name);
  }

  /**
   * A free name like the wished one: {@code word/media/image1.png} may become {@code
   * word/media/image7.png}.
   */
  public String freeName(String wish) {
    if (!has(wish)) {
      return wish;
    }
    int dot = wish.lastIndexOf('.');
    int slash = wish.lastIndexOf('/');
    String extension = dot > slash ? wish.substring(dot) : "";
    String stem = dot > slash ? wish.substring(0, dot) : wish;
    String base = stem.replaceAll("[0-9]+$", "");
    String key = base + "|" + extension;
    int n = counters.getOrDefault(key, 0);
    String name;
    do {
      name = base + ++n + extension;
    } while (has(name));
    counters.put(key, n);
    return name;
  }

  /** Adds a relationship under an id that is free at its source; returns the id. */
  public String relate(String source, String type, String target, boolean external) {
    Map<String, Relationship> own =
        relationships.computeIfAbsent(source, k -> new LinkedHashMap<>());
    for (Relationship r : own.values()) {
      if (r.type().equals(type) && r.target().equals(target) && r.external() == external) {
        return r.id();
      }
    }
    int n = counters.getOrDefault("rel|" + source, 0);
    String id;
    do {
      id = "rId" + ++n;
    } while (own.containsKey(id));
    counters.put("rel|" + source, n);
    own.put(id, new Relationship(id, type, target, external));
    return id;
  }

  /** Adds a relationship with its id. */
  public void relate(String source, Relationship relationship) {
    relationships
        .computeIfAbsent(source, k -> new LinkedHashMap<>())
        .put(relationship.id(), relationship);
  }

  /** Takes a relationship away. */
  public void unrelate(String source, String id) {
    Map<String, Relationship> own = relationships.get(source);
    if (own != null) {
      own.remove(id);
    }
  }

  /** The relationships of a part, in order. */
  public List<Relationship> relationships(String source) {
    Map<String, Relationship> own = relationships.get(source);
    return own == null ? List.of() : new ArrayList<>(own.values());
  }

  /** The full name of the first part that a part refers to with the type. */
  public @Nullable String related(String source, String type) {
    for (Relationship r : relationships(source)) {
      if (r.type().equals(type) && !r.external()) {
        return r.target();
      }
    }
    return null;
  }

  /** The name of a raw part with this content and type; null if there is none. */
  public @Nullable String find(String contentType, byte[] bytes) {
    for (Map.Entry<String, String> e : types.entrySet()) {
      byte[] other = raw.get(e.getKey());
      if (other != null
          && other.length == bytes.length
          && e.getValue().equals(contentType)
          && relationships(e.getKey()).isEmpty()
          && Arrays.equals(other, bytes)) {
        return e.getKey();
      }
    }
    return null;
  }

  /**
   * Writes the package. The stream is not closed.
   *
   * @throws IOException if the stream fails
   */
  public void write(OutputStream out) throws IOException {
    leaveOutTheUnreachable();
    Map<String, byte[]> entries = new TreeMap<>();
    raw.forEach(entries::put);
    trees.forEach((name, tree) -> entries.put(name, XmlWriter.write(tree)));
    relationships.forEach(
        (source, own) -> {
          if (!own.isEmpty() && (source.isEmpty() || has(source))) {
            entries.put(Relationship.partFor(source), XmlWriter.write(relationshipTree(source)));
          }
        });
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    // programs that sniff the kind look at the first entries
    write(zip, "[Content_Types].xml", XmlWriter.write(typeTree()));
    byte[] rootRelationships = entries.remove("_rels/.rels");
    if (rootRelationships != null) {
      write(zip, "_rels/.rels", rootRelationships);
    }
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      write(zip, entry.getKey(), entry.getValue());
    }
    zip.finish();
  }

  /** Parts that nothing refers to any more, such as the header of a section that was dropped. */
  private void leaveOutTheUnreachable() {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(""));
    while (!open.isEmpty()) {
      for (Relationship r : relationships(open.remove())) {
        String name = r.external() ? null : lowerNames.get(r.target().toLowerCase(Locale.ROOT));
        if (name != null && reached.add(name)) {
          open.add(name);
        }
      }
    }
    types.keySet().retainAll(reached);
    raw.keySet().retainAll(reached);
    trees.keySet().retainAll(reached);
    relationships.keySet().removeIf(source -> !source.isEmpty() && !reached.contains(source));
  }

  private static void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(EPOCH);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private Element relationshipTree(String source) {
    Element root = new Element(RELS_NS, "", "Relationships");
    for (Relationship r : relationships(source)) {
      Element e =
          new Element(RELS_NS, "", "Relationship")
              .plain("Id", r.id())
              .plain("Type", r.type())
              .plain(
                  "Target", r.external() ? r.target() : Relationship.relative(source, r.target()));
      if (r.external()) {
        e.plain("TargetMode", "External");
      }
      root.add(e);
    }
    return root;
  }

  private Element typeTree() {
    Element root = new Element(TYPES_NS, "", "Types");
    root.add(typeDefault("rels", "application/vnd.openxmlformats-package.relationships+xml"));
    root.add(typeDefault("xml", "application/xml"));
    Map<String, String> byExtension = new TreeMap<>();
    types.forEach(
        (name, type) -> {
          String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
          if (!extension.equals("xml") && !extension.contains("/")) {
            byExtension.putIfAbsent(extension, type);
          }
        });
    byExtension.forEach((extension, type) -> root.add(typeDefault(extension, type)));
    types.forEach(
        (name, type) -> {
          String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
          if (!type.equals(byExtension.get(extension))) {
            root.add(
                new Element(TYPES_NS, "", "Override")
                    .plain("PartName", "/" + name)
                    .plain("ContentType", type));
          }
        });
    return root;
  }

  private static Element typeDefault(String extension, String type) {
    return new Element(TYPES_NS, "", "Default")
        .plain("Extension", extension)
        .plain("ContentType", type);
  }
}
