package io.crmkit.proposals.word;

import io.crmkit.proposals.word.copy.MergeTarget;
import io.crmkit.proposals.word.copy.SourceDocument;
import io.crmkit.proposals.word.notes.NoteBook;
import io.crmkit.proposals.word.opc.PackageBuilder;
import io.crmkit.proposals.word.opc.Part;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.styles.PlainTheme;
import io.crmkit.proposals.word.xml.Attr;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything around the body that the result takes from the master. Not thread-safe. */
final class MasterParts {

  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  private static final String CORE =
      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String TERMS = "http://purl.org/dc/terms/";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String APP =
      "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
  private static final Set<String> RAW =
      Set.of("theme", "webSettings", "glossaryDocument", "customXml");

  private final MergeTarget target;
  private final SourceImport master;
  private final SourceDocument source;
  private final PackageBuilder pack;

  MasterParts(MergeTarget target, SourceImport master) {
    this.target = target;
    this.master = master;
    this.source = master.source();
    this.pack = target.pack();
  }

  /** Puts the parts in place that content may refer to. */
  void begin(Element document) {
    pack.put(MergeTarget.DOCUMENT, MAIN + "document.main+xml", document);
    pack.relate("", Relationship.DOCUMENT, MergeTarget.DOCUMENT, false);
    put("styles", Relationship.STYLES, target.styles().tree());
    for (Relationship r : source.pack().document().relationships()) {
      Part part = r.external() ? null : source.pack().part(r.target());
      if (part != null && RAW.contains(r.kind())) {
        String name = master.relations().copyPart(part);
        pack.relate(MergeTarget.DOCUMENT, r.type(), name, false);
      }
    }
    if (pack.related(MergeTarget.DOCUMENT, Relationship.THEME) == null) {
      String name = pack.freeName("word/theme/theme1.xml");
      pack.put(name, PlainTheme.CONTENT_TYPE, PlainTheme.tree());
      pack.relate(MergeTarget.DOCUMENT, Relationship.THEME, name, false);
    }
    for (NoteBook.Kind kind : NoteBook.Kind.values()) {
      target.notes(kind).separators(source.separators(kind));
    }
    Part custom = null;
    Relationship r = source.pack().root().first(Relationship.CUSTOM_PROPERTIES);
    if (r != null) {
      custom = source.pack().part(r.target());
    }
    if (custom != null) {
      String name = master.relations().copyPart(custom);
      pack.relate("", Relationship.CUSTOM_PROPERTIES, name, false);
    }
  }

  /** Puts the parts in place that depend on what came along. */
  void end(boolean evenAndOdd, List<SourceDocument> sources, DocumentProperties properties) {
    if (!target.numbering().isEmpty()) {
      put("numbering", Relationship.NUMBERING, target.numbering().tree());
    }
    fonts(sources);
    put("settings", Relationship.SETTINGS, settings(evenAndOdd));
    for (String name : new String[] {"footnotes", "endnotes", "comments", "styles", "numbering"}) {
      Element tree = pack.tree("word/" + name + ".xml");
      if (tree != null) {
        tree.set(Ns.MC, "Ignorable", Ns.IGNORABLE);
      }
    }
    properties(properties);
  }

  private void put(String name, String relationship, Element tree) {
    String part = "word/" + name + ".xml";
    pack.put(part, MAIN + name + "+xml", tree);
    pack.relate(MergeTarget.DOCUMENT, relationship, part, false);
  }

  private void fonts(List<SourceDocument> sources) {
    Part part = source.pack().related(Relationship.FONT_TABLE);
    Element fonts = part == null ? Element.word("fonts") : source.pack().tree(part);
    Set<String> known = new HashSet<>();
    fonts.elements("font").forEach(f -> known.add(f.w("name", "")));
    for (SourceDocument other : sources) {
      Part otherPart = other.pack().related(Relationship.FONT_TABLE);
      if (otherPart == null || other == source) {
        continue;
      }
      for (Element font : other.pack().tree(otherPart).elements("font")) {
        if (known.add(font.w("name", ""))) {
          fonts.add(withoutFiles(font));
        }
      }
    }
    if (fonts.elements().isEmpty()) {
      return;
    }
    put("fontTable", Relationship.FONT_TABLE, fonts);
    if (part != null) {
      fontFiles(part, fonts);
    }
  }

  /** Embedded font files stay behind: their licence is for the document they came with. */
  private static Element withoutFiles(Element font) {
    for (Element child : font.elements()) {
      if (child.local().startsWith("embed")) {
        child.detach();
      }
    }
    return font.copy();
  }

  private void fontFiles(Part part, Element fonts) {
    for (Relationship r : part.relationships()) {
      Part file = r.external() ? null : source.pack().part(r.target());
      if (file == null) {
        for (Element e : fonts.find(x -> r.id().equals(x.attr(Ns.R, "id")))) {
          e.detach();
        }
      } else {
        String copied = master.relations().copyPart(file);
        pack.relate("word/fontTable.xml", new Relationship(r.id(), r.type(), copied, false));
      }
    }
  }

  private Element settings(boolean evenAndOdd) {
    Element own = source.settings();
    Element settings = own == null ? Element.word("settings") : own.copy();
    for (Element child : settings.elements()) {
      boolean refers = child.attributes().stream().anyMatch(a -> a.ns().equals(Ns.R));
      boolean stale =
          switch (child.local()) {
            case "rsids",
                "updateFields",
                "mailMerge",
                "attachedTemplate",
                "proofState",
                "savePreviewPicture",
                "revisionView" ->
                true;
            default -> refers;
          };
      if (stale) {
        child.detach();
      }
    }
    settings.elements("evenAndOddHeaders").forEach(Element::detach);
    if (evenAndOdd) {
      SchemaOrder.put(settings, Element.word("evenAndOddHeaders"));
    }
    for (NoteBook.Kind kind : new NoteBook.Kind[] {NoteBook.Kind.FOOTNOTE, NoteBook.Kind.ENDNOTE}) {
      separators(settings, kind);
    }
    return settings;
  }

  private void separators(Element settings, NoteBook.Kind kind) {
    String name = kind.element() + "Pr";
    Element notes = settings.child(name);
    if (notes != null) {
      notes.elements(kind.element()).forEach(Element::detach);
      if (notes.elements().isEmpty()) {
        notes.detach();
        notes = null;
      }
    }
    List<String> ids = target.notes(kind).separatorIds();
    if (ids.isEmpty()) {
      return;
    }
    if (notes == null) {
      notes = Element.word(name);
      SchemaOrder.put(settings, notes);
    }
    for (String id : ids) {
      notes.add(Element.word(kind.element()).with("id", id));
    }
  }

  private void properties(DocumentProperties properties) {
    Element core = new Element(CORE, "cp", "coreProperties");
    core.add(new Element(DC, "dc", "title").setText(properties.title()));
    core.add(new Element(DC, "dc", "creator").setText(properties.author()));
    core.add(new Element(CORE, "cp", "lastModifiedBy").setText(properties.author()));
    String created =
        DateTimeFormatter.ISO_INSTANT.format(properties.created().truncatedTo(ChronoUnit.SECONDS));
    for (String name : new String[] {"created", "modified"}) {
      core.add(
          new Element(TERMS, "dcterms", name)
              .set(new Attr(XSI, "xsi", "type", "dcterms:W3CDTF"))
              .setText(created));
    }
    pack.put(
        "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core);
    pack.relate("", Relationship.CORE_PROPERTIES, "docProps/core.xml", false);
    Element app = new Element(APP, "", "Properties");
    app.add(new Element(APP, "", "Application").setText("CrmKit"));
    pack.put(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        app);
    pack.relate("", Relationship.EXTENDED_PROPERTIES, "docProps/app.xml", false);
  }
}
