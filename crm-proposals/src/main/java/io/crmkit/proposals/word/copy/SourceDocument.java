package io.crmkit.proposals.word.copy;

import io.crmkit.proposals.word.notes.NoteBook.Kind;
import io.crmkit.proposals.word.numbering.NumberingBook;
import io.crmkit.proposals.word.opc.Part;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.opc.WordPackage;
import io.crmkit.proposals.word.styles.StyleBook;
import io.crmkit.proposals.word.xml.Element;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One Word file taken apart into trees that a merge may change. Not thread-safe. */
public final class SourceDocument {

  private final WordPackage pack;
  private final Element document;
  private final StyleBook styles;
  private final @Nullable NumberingBook numbering;
  private final @Nullable Element settings;
  private final Map<Kind, Map<String, Element>> notes = new EnumMap<>(Kind.class);
  private final Map<Kind, Part> noteParts = new EnumMap<>(Kind.class);
  private final Map<String, Element> margins = new LinkedHashMap<>();

  /** Takes a file apart. */
  public SourceDocument(WordPackage pack) {
    this.pack = pack;
    this.document = pack.tree(pack.document());
    Element styleTree = tree(Relationship.STYLES);
    this.styles = new StyleBook(styleTree == null ? Element.word("styles") : styleTree);
    Element lists = tree(Relationship.NUMBERING);
    this.numbering = lists == null ? null : new NumberingBook(lists);
    this.settings = tree(Relationship.SETTINGS);
    for (Kind kind : Kind.values()) {
      readNotes(kind);
    }
    for (Relationship r : pack.document().relationships()) {
      boolean margin = r.type().equals(Relationship.HEADER) || r.type().equals(Relationship.FOOTER);
      Part part = margin && !r.external() ? pack.part(r.target()) : null;
      if (part != null && !margins.containsKey(part.name())) {
        margins.put(part.name(), pack.tree(part));
      }
    }
  }

  private void readNotes(Kind kind) {
    Map<String, Element> byId = new LinkedHashMap<>();
    Part part = pack.related(kind.relationship());
    if (part != null) {
      noteParts.put(kind, part);
      for (Element note : pack.tree(part).elements(kind.element())) {
        byId.putIfAbsent(note.w("id", ""), note);
      }
    }
    notes.put(kind, byId);
  }

  private @Nullable Element tree(String relationship) {
    Part part = pack.related(relationship);
    return part == null ? null : pack.tree(part);
  }

  /** The file. */
  public WordPackage pack() {
    return pack;
  }

  /** The root of the main part. */
  public Element document() {
    return document;
  }

  /** The body; an empty one if the document has none. */
  public Element body() {
    Element body = document.child("body");
    if (body == null) {
      body = Element.word("body");
      document.add(body);
    }
    return body;
  }

  /** The styles. */
  public StyleBook styles() {
    return styles;
  }

  /** The lists. */
  public @Nullable NumberingBook numbering() {
    return numbering;
  }

  /** The settings. */
  public @Nullable Element settings() {
    return settings;
  }

  /** A note by its id. */
  public @Nullable Element note(Kind kind, String id) {
    Map<String, Element> byId = notes.get(kind);
    return byId == null ? null : byId.get(id);
  }

  /** The part that holds the notes. */
  public @Nullable Part notePart(Kind kind) {
    return noteParts.get(kind);
  }

  /** All ordinary notes, without separators. */
  public List<Element> notes(Kind kind) {
    List<Element> result = new ArrayList<>(notes.getOrDefault(kind, Map.of()).values());
    result.removeIf(n -> n.w("type") != null && !n.w("type", "").equals("normal"));
    return result;
  }

  /** The separators among the notes. */
  public List<Element> separators(Kind kind) {
    List<Element> result = new ArrayList<>(notes.getOrDefault(kind, Map.of()).values());
    result.removeIf(n -> n.w("type") == null || n.w("type", "").equals("normal"));
    return result;
  }

  /** The tree of a header or footer by the name of its part. */
  public @Nullable Element margin(String part) {
    return margins.get(part);
  }

  /** Headers and footers by the names of their parts. */
  public Map<String, Element> margins() {
    return margins;
  }
}
