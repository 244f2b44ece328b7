package io.crmkit.proposals.word.notes;

import io.crmkit.proposals.word.opc.PackageBuilder;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The footnotes, endnotes or comments of the merged document. The part is made when the first note
 * arrives. Not thread-safe.
 */
public final class NoteBook {

  /** Which notes. */
  public enum Kind {
    FOOTNOTE("footnote", Relationship.FOOTNOTES, true),
    ENDNOTE("endnote", Relationship.ENDNOTES, true),
    COMMENT("comment", Relationship.COMMENTS, false);

    private final String element;
    private final String relationship;
    private final boolean separators;

    Kind(String element, String relationship, boolean separators) {
      this.element = element;
      this.relationship = relationship;
      this.separators = separators;
    }

    /** The name of the element of one note; the part's name is its plural. */
    public String element() {
      return element;
    }

    /** The type of the relationship from the document. */
    public String relationship() {
      return relationship;
    }

    /** Name of the part in the merged document. */
    public String partName() {
      return "word/" + element + "s.xml";
    }
  }

  private final Kind kind;
  private final PackageBuilder target;
  private final List<Element> separators = new ArrayList<>();
  private @Nullable Element tree;
  private int next = 1;

  /** An empty book. */
  public NoteBook(Kind kind, PackageBuilder target) {
    this.kind = kind;
    this.target = target;
  }

  /** Takes over the separator lines of the master; to be called before the first note. */
  public void separators(List<Element> masters) {
    separators.addAll(masters);
  }

  /** Adds a note and returns the id it has here. */
  public String add(Element note) {
    Element part = part();
    String id = "" + next++;
    note.with("id", id);
    part.add(note);
    return id;
  }

  /** Whether there is any note. */
  public boolean isEmpty() {
    return tree == null;
  }

  /** Ids of the separators, as the settings list them. */
  public List<String> separatorIds() {
    return tree == null || !kind.separators ? List.of() : List.of("-1", "0");
  }

  private Element part() {
    Element existing = tree;
    if (existing != null) {
      return existing;
    }
    Element made = Element.word(kind.element + "s");
    tree = made;
    if (kind.separators) {
      made.add(separator("separator", "-1"));
      made.add(separator("continuationSeparator", "0"));
    }
    target.put(
        kind.partName(),
        "application/vnd.openxmlformats-officedocument.wordprocessingml." + kind.element + "s+xml",
        made);
    target.relate("word/document.xml", kind.relationship, kind.partName(), false);
    return made;
  }

  private Element separator(String type, String id) {
    for (Element e : separators) {
      if (e.w("type", "").equals(type)) {
        return e.copy().with("id", id);
      }
    }
    return Element.word(
            kind.element,
            Element.word(
                "p",
                Element.word(
                    "pPr",
                    Element.word("spacing")
                        .with("after", "0")
                        .with("line", "240")
                        .with("lineRule", "auto")),
                Element.word("r", Element.word(type))))
        .with("type", type)
        .with("id", id);
  }
}
