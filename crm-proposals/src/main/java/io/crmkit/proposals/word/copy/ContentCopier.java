package io.crmkit.proposals.word.copy;

import io.crmkit.proposals.word.check.WordNotice;
import io.crmkit.proposals.word.copy.IdBook.Space;
import io.crmkit.proposals.word.notes.NoteBook.Kind;
import io.crmkit.proposals.word.opc.Part;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.styles.OwnLook;
import io.crmkit.proposals.word.styles.StyleImport;
import io.crmkit.proposals.word.xml.Attr;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settles content of one source for the merged document: styles, lists, relationships, notes and
 * ids become those of the merged document; what must not or cannot come along is taken out. One
 * instance per source; not thread-safe.
 */
public final class ContentCopier {

  private static final Set<String> DROPPED =
      Set.of("proofErr", "lastRenderedPageBreak", "printerSettings", "divId");

  private final MergeTarget target;
  private final SourceDocument source;
  private final StyleImport styles;
  private final OwnLook look;
  private final RelationCopier relations;
  private final IdSettler ids;
  private final CustomXmlCopier bindings;
  private final ListMapper lists;
  private final Map<String, String> comments = new HashMap<>();

  /** Gives the number of a list in the merged document for one of the source. */
  public interface ListMapper {
    /** The number; "0" for none. */
    String map(String numId);
  }

  /** A copier for one source. */
  public ContentCopier(
      MergeTarget target,
      SourceDocument source,
      StyleImport styles,
      OwnLook look,
      ListMapper lists,
      RelationCopier relations) {
    this.target = target;
    this.source = source;
    this.styles = styles;
    this.look = look;
    this.lists = lists;
    this.relations = relations;
    this.ids = new IdSettler(target.ids());
    this.bindings = new CustomXmlCopier(source, target, relations);
  }

  /**
   * Settles a tree in place.
   *
   * @param from the part it was read from
   * @param to name of the part it goes into
   */
  public void settle(Element tree, Part from, String to) {
    look.realFonts(tree);
    tree.walk(e -> settleOne(e, from, to));
  }

  /** To be called when everything of the source has been settled. */
  public void finish() {
    ids.finish();
  }

  private void settleOne(Element e, Part from, String to) {
    e.dropAttributes(a -> a.ns().equals(Ns.W) && a.local().startsWith("rsid"));
    ids.settle(e, from.name());
    if (e.ns().equals(Ns.W) && !word(e, from, to)) {
      return;
    }
    for (Attr a : List.copyOf(e.attributes())) {
      boolean reference = a.ns().equals(Ns.R) || a.ns().equals(Ns.O) && a.local().equals("relid");
      if (reference && !a.value().isEmpty()) {
        String id = relations.copy(from, a.value(), to);
        if (id != null) {
          e.set(new Attr(a.ns(), a.prefix(), a.local(), id));
        } else {
          lose(e, a);
        }
      }
    }
  }

  /** Returns false if the element was taken out. */
  private boolean word(Element e, Part from, String to) {
    String local = e.local();
    if (DROPPED.contains(local)) {
      e.detach();
      return false;
    }
    switch (local) {
      case "pStyle", "rStyle", "tblStyle" -> {
        String type =
            local.equals("pStyle") ? "paragraph" : local.equals("rStyle") ? "character" : "table";
        String id = styles.map(e.w("val", ""), type);
        Element owner = e.parent();
        if (id == null || owner == null || local.equals("rStyle") && !owner.isW("rPr")) {
          e.detach();
          return false;
        }
        e.with("val", id);
      }
      case "numId" -> e.with("val", lists.map(e.w("val", "0")));
      case "p" -> defaultStyle(e, "pPr", "pStyle", "paragraph");
      case "tbl" -> defaultStyle(e, "tblPr", "tblStyle", "table");
      case "footnoteReference" -> note(e, Kind.FOOTNOTE);
      case "endnoteReference" -> note(e, Kind.ENDNOTE);
      case "commentRangeStart", "commentRangeEnd", "commentReference" -> comment(e);
      case "placeholder" -> {
        if (!keepsPlaceholders()) {
          e.detach();
          return false;
        }
      }
      case "altChunk" -> drop(e, WordNotice.ALT_CHUNK_DROPPED, from);
      case "subDoc" -> drop(e, WordNotice.SUBDOCUMENT_DROPPED, from);
      case "control" -> drop(e, WordNotice.EXTERNAL_LINK_DROPPED, from);
      case "dataBinding" -> {
        if (!bindings.keep(e)) {
          target.notices().add(WordNotice.BINDING_DROPPED, e.w("xpath", ""));
          e.detach();
        }
      }
      default -> {
        return true;
      }
    }
    return e.parent() != null || local.equals("p") || local.equals("tbl");
  }

  /** The texts of placeholders lie in a part of their own, which only the master's brings along. */
  private boolean keepsPlaceholders() {
    String glossary = target.pack().related(MergeTarget.DOCUMENT, Relationship.GLOSSARY);
    return glossary != null && source.pack().related(Relationship.GLOSSARY) != null;
  }

  private void drop(Element e, String code, Part from) {
    target.notices().add(code, from.name());
    e.detach();
  }

  private void defaultStyle(Element e, String properties, String reference, String type) {
    if (!look.isWanted()) {
      return;
    }
    Element own = e.child(properties);
    if (own != null && own.child(reference) != null) {
      return;
    }
    Element style = source.styles().defaultStyle(type);
    if (style != null && styles.mapDefault(type) != null) {
      // still the source's id here: the walk reaches the reference next and maps it
      SchemaOrder.put(
          SchemaOrder.properties(e, properties), Element.wVal(reference, style.w("styleId", "")));
    }
  }

  private void note(Element reference, Kind kind) {
    String id = reference.w("id", "");
    Element note = source.note(kind, id);
    Part part = source.notePart(kind);
    if (note == null || part == null) {
      target.notices().add(WordNotice.DANGLING_REFERENCE, kind.element() + " " + id);
      reference.detach();
      return;
    }
    // every reference gets a note of its own: Word repairs files where two share one
    Element copy = note.copy();
    reference.with("id", target.notes(kind).add(copy));
    settle(copy, part, kind.partName());
  }

  private void comment(Element e) {
    String id = e.w("id", "");
    String known = comments.get(id);
    if (known == null) {
      Element comment = source.note(Kind.COMMENT, id);
      Part part = source.notePart(Kind.COMMENT);
      if (comment == null || part == null) {
        e.detach();
        return;
      }
      Element copy = comment.copy();
      known = target.notes(Kind.COMMENT).add(copy);
      target.ids().claim(Space.COMMENT, known);
      comments.put(id, known);
      settle(copy, part, Kind.COMMENT.partName());
    }
    e.with("id", known);
  }

  /** Takes out what a lost relationship leaves without meaning. */
  private static void lose(Element e, Attr a) {
    if (e.is(Ns.A, "blip")) {
      e.drop(a.ns(), a.local());
      if (e.attr(Ns.R, "embed") == null && e.attr(Ns.R, "link") == null) {
        detachDrawing(e);
      }
    } else if (e.is(Ns.V, "imagedata") || e.local().startsWith("hlink")) {
      e.detach();
    } else if (e.is(Ns.O, "OLEObject")) {
      e.detach();
    } else if (e.is(Ns.DGM, "relIds") || e.local().equals("chart")) {
      detachDrawing(e);
    } else {
      e.drop(a.ns(), a.local());
    }
  }

  private static void detachDrawing(Element inside) {
    for (Element e = inside; e != null; e = e.parent()) {
      if (e.isW("drawing") || e.isW("pict") || e.isW("object")) {
        e.detach();
        return;
      }
    }
    inside.detach();
  }
}
