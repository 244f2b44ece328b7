package io.crmkit.proposals.word.opc;

import io.crmkit.proposals.word.check.WordFormatException;
import io.crmkit.proposals.word.check.WordLimits;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.XmlReader;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Word file that was read and checked. Immutable and safe to share; trees it hands out are fresh
 * each time and belong to the caller.
 */
public final class WordPackage {

  private final Map<String, Part> parts;
  private final Part document;
  private final Part root;
  private final WordLimits limits;

  WordPackage(Map<String, Part> parts, Part root, Part document, WordLimits limits) {
    this.parts = Collections.unmodifiableMap(parts);
    this.root = root;
    this.document = document;
    this.limits = limits;
  }

  /**
   * Reads and checks a file.
   *
   * @throws WordFormatException if it is hostile, damaged, or no Word document
   */
  public static WordPackage read(byte[] file, WordLimits limits) {
    return new PackageReader(limits).read(file);
  }

  /** All parts except the relationship parts. */
  public Collection<Part> parts() {
    return parts.values();
  }

  /** The main document part. */
  public Part document() {
    return document;
  }

  /** The package itself: no content, but the relationships that start at the root. */
  public Part root() {
    return root;
  }

  /** The part of that name. */
  public @Nullable Part part(String name) {
    return parts.get(name);
  }

  /** The part the main document refers to with that relationship type, the first if several. */
  public @Nullable Part related(String type) {
    Relationship r = document.first(type);
    return r == null ? null : parts.get(r.target());
  }

  /** A fresh tree of an XML part. */
  public Element tree(Part part) {
    return XmlReader.read(part.name(), part.bytes(), limits.xmlDepth());
  }
}
