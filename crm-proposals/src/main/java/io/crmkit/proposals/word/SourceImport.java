package io.crmkit.proposals.word;

import io.crmkit.proposals.word.copy.ContentCopier;
import io.crmkit.proposals.word.copy.IdBook.Space;
import io.crmkit.proposals.word.copy.MergeTarget;
import io.crmkit.proposals.word.copy.RelationCopier;
import io.crmkit.proposals.word.copy.SourceDocument;
import io.crmkit.proposals.word.numbering.NumberingBook;
import io.crmkit.proposals.word.numbering.NumberingImport;
import io.crmkit.proposals.word.opc.Part;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.section.BodySplitter;
import io.crmkit.proposals.word.section.Slot;
import io.crmkit.proposals.word.styles.OwnLook;
import io.crmkit.proposals.word.styles.StyleImport;
import io.crmkit.proposals.word.styles.StyleSignatures;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Brings one Word file into the merged document. Not thread-safe. */
final class SourceImport {

  private final MergeTarget target;
  private final SourceDocument source;
  private final boolean master;
  private final RelationCopier relations;
  private final ContentCopier copier;
  private final @Nullable NumberingImport lists;
  private final BodySplitter splitter;
  private final List<Map<Slot, String>> marginParts;
  private final Map<String, String> margins = new HashMap<>();
  private @Nullable StyleImport styleImport;

  SourceImport(
      MergeTarget target,
      SourceDocument source,
      boolean master,
      StyleSignatures targetSignatures,
      OwnLook look,
      int shift) {
    this.target = target;
    this.source = source;
    this.master = master;
    this.relations = new RelationCopier(source.pack(), target.pack(), target.notices());
    NumberingBook numbering = source.numbering();
    Part numberingPart = source.pack().related(Relationship.NUMBERING);
    this.lists =
        master
            ? null
            : new NumberingImport(
                target.numbering(),
                numbering,
                new ListStyles(),
                e -> {
                  if (numberingPart != null) {
                    copier().settle(e, numberingPart, "word/numbering.xml");
                  }
                });
    StyleSignatures signatures =
        new StyleSignatures(
            source.styles(), id -> numbering == null ? "none" : numbering.signature(id));
    StyleImport styles =
        new StyleImport(targetSignatures, signatures, this::list, look, master ? 0 : shift);
    this.styleImport = styles;
    this.copier = new ContentCopier(target, source, styles, look, this::list, relations);
    this.splitter = new BodySplitter(source.body());
    this.marginParts = marginParts();
  }

  private ContentCopier copier() {
    return copier;
  }

  private final class ListStyles implements NumberingImport.Styles {
    @Override
    public @Nullable String map(String sourceId) {
      StyleImport styles = styleImport;
      return styles == null ? null : styles.map(sourceId);
    }

    @Override
    public @Nullable String importedId(String sourceId) {
      StyleImport styles = styleImport;
      return styles == null ? null : styles.importedId(sourceId);
    }
  }

  /** The master's lists keep their numbers, for its styles refer to them. */
  private String list(String numId) {
    NumberingImport imported = lists;
    if (imported != null) {
      return imported.map(numId);
    }
    return target.numbering().num(numId) == null ? "0" : numId;
  }

  RelationCopier relations() {
    return relations;
  }

  SourceDocument source() {
    return source;
  }

  boolean isMaster() {
    return master;
  }

  boolean evenAndOdd() {
    Element settings = source.settings();
    Element flag = settings == null ? null : settings.child("evenAndOddHeaders");
    return flag != null && !flag.w("val", "1").matches("0|false|off");
  }

  /** The properties of the sections in order, with references as written in the source. */
  List<Element> sectionProperties() {
    return splitter.properties();
  }

  /** Settles the content and returns it section by section. */
  List<BodySplitter.Piece> pieces() {
    Element body = source.body();
    String bookmark = master ? null : limitContents(body);
    copier.settle(body, source.pack().document(), MergeTarget.DOCUMENT);
    List<BodySplitter.Piece> pieces = splitter.split();
    if (bookmark != null) {
      String id = target.ids().claim(Space.BOOKMARK, "");
      pieces
          .get(0)
          .blocks()
          .add(0, Element.word("bookmarkStart").with("id", id).with("name", bookmark));
      List<Element> last = pieces.get(pieces.size() - 1).blocks();
      last.add(Element.word("bookmarkEnd").with("id", id));
    }
    return pieces;
  }

  /**
   * A contents table in a part that is not the master lists that part: the field is limited to a
   * bookmark around it, and so stays right when Word rebuilds it.
   */
  private @Nullable String limitContents(Element body) {
    String name = null;
    for (Element e : body.find(x -> x.isW("instrText") || x.isW("fldSimple"))) {
      String text = e.isW("instrText") ? e.text() : e.w("instr", "");
      if (!text.strip().matches("(?si)TOC\\b.*") || text.matches("(?si).*\\\\[bcaf]\\b.*")) {
        continue;
      }
      if (name == null) {
        name = target.ids().claimName("_Part1");
      }
      String limited = text.replaceFirst("(?i)TOC", "TOC \\\\\\\\b " + name);
      if (e.isW("instrText")) {
        e.setText(limited).set(Ns.XML, "space", "preserve");
      } else {
        e.with("instr", limited);
      }
    }
    return name;
  }

  /** The header and footer parts of each section, those inherited from the one before included. */
  private List<Map<Slot, String>> marginParts() {
    List<Map<Slot, String>> result = new ArrayList<>();
    Map<Slot, String> effective = new TreeMap<>();
    for (Element properties : splitter.properties()) {
      for (Element reference : properties.elements()) {
        boolean footer = reference.isW("footerReference");
        if (!footer && !reference.isW("headerReference")) {
          continue;
        }
        String id = reference.attr(Ns.R, "id");
        Relationship r = id == null ? null : source.pack().document().relationship(id);
        if (r != null && source.margin(r.target()) != null) {
          effective.put(new Slot(footer, reference.w("type", "default")), r.target());
        }
        reference.detach();
      }
      Map<Slot, String> own = new TreeMap<>(effective);
      if (properties.child("titlePg") == null) {
        own.keySet().removeIf(s -> s.type().equals("first"));
      }
      if (!evenAndOdd()) {
        own.keySet().removeIf(s -> s.type().equals("even"));
      }
      result.add(own);
    }
    return result;
  }

  /** Brings along the headers and footers of a section; returns their names by place. */
  Map<Slot, String> margins(int section) {
    Map<Slot, String> result = new TreeMap<>();
    marginParts.get(section).forEach((slot, part) -> result.put(slot, margin(slot, part)));
    return result;
  }

  private String margin(Slot slot, String partName) {
    String known = margins.get(partName);
    if (known != null) {
      return known;
    }
    String kind = slot.footer() ? "footer" : "header";
    String name = target.pack().freeName("word/" + kind + "1.xml");
    margins.put(partName, name);
    Element tree = source.margin(partName);
    Part part = source.pack().part(partName);
    if (tree == null || part == null) {
      tree = Element.word(slot.footer() ? "ftr" : "hdr", Element.word("p"));
    }
    target
        .pack()
        .put(
            name,
            "application/vnd.openxmlformats-officedocument.wordprocessingml." + kind + "+xml",
            tree);
    if (part != null) {
      copier.settle(tree, part, name);
    }
    return name;
  }

  /** Settles something else of the main part, such as the background. */
  void settle(Element element) {
    copier.settle(element, source.pack().document(), MergeTarget.DOCUMENT);
  }

  /** To be called when everything wanted has been brought along. */
  void finish() {
    NumberingImport imported = lists;
    if (imported != null) {
      imported.finish();
    }
    copier.finish();
  }
}
