package io.crmkit.proposals.word.sample;

import io.crmkit.api.document.content.Block;
import io.crmkit.api.document.content.DocumentContent;
import io.crmkit.api.document.content.Heading;
import io.crmkit.api.document.content.PageBreak;
import io.crmkit.api.document.content.Paragraph;
import io.crmkit.proposals.word.convert.ContentWriter;
import io.crmkit.proposals.word.convert.WriteContext;
import io.crmkit.proposals.word.copy.MergeTarget;
import io.crmkit.proposals.word.copy.Notices;
import io.crmkit.proposals.word.numbering.NumberingBook;
import io.crmkit.proposals.word.opc.PackageBuilder;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.section.PageSize;
import io.crmkit.proposals.word.styles.PlainTheme;
import io.crmkit.proposals.word.styles.StyleBook;
import io.crmkit.proposals.word.toc.TocBuilder;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.RunText;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes small Word documents from scratch: a template with cover, contents, header and footer, or
 * a node of a proposal. For examples, tests, and hosts that have no template yet.
 *
 * <pre>{@code
 * byte[] template = DocxBuilder.in(Locale.SIMPLIFIED_CHINESE)
 *     .cover("{{proposal.title}}", "{{customer.name}}")
 *     .contents("目录")
 *     .header("{{company.name}}").footer("第", "页")
 *     .toBytes();
 * }</pre>
 *
 * <p>Merge fields may stand in every text. The same calls give the same bytes. Not thread-safe.
 */
public final class DocxBuilder {

  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private final StyleBook styles;
  private final NumberingBook numbering = new NumberingBook(NumberingBook.emptyTree());
  private final MergeTarget target;
  private final Element body = Element.word("body");
  private boolean landscape;
  private boolean cover;
  private boolean contents;

  private DocxBuilder(Locale language) {
    this.styles = BaseParts.styles(language);
    this.target = new MergeTarget(styles, numbering, new Notices());
  }

  /** Starts an empty document whose fonts suit the language. */
  public static DocxBuilder in(Locale language) {
    return new DocxBuilder(language);
  }

  /** Turns all pages to landscape; to be called before any content. */
  public DocxBuilder landscape() {
    landscape = true;
    return this;
  }

  /** Numbers the headings 1, 1.1, 1.1.1. */
  public DocxBuilder numberedHeadings() {
    String list = numbering.add(BaseParts.headingNumbers(styles));
    for (int level = 1; level <= 4; level++) {
      Element style = styles.named("paragraph", "heading " + level);
      Element pPr = style == null ? null : style.child("pPr");
      if (pPr != null) {
        SchemaOrder.put(
            pPr,
            Element.word(
                "numPr", Element.wVal("ilvl", "" + (level - 1)), Element.wVal("numId", list)));
      }
    }
    return this;
  }

  /** A cover page: a title, and lines below it; the first page then has no header and footer. */
  public DocxBuilder cover(String title, String... lines) {
    cover = true;
    Element space = Element.word("p");
    SchemaOrder.put(
        SchemaOrder.properties(space, "pPr"), Element.word("spacing").with("before", "3600"));
    body.add(space);
    body.add(styled("title", title));
    for (String line : lines) {
      body.add(styled("subtitle", line));
    }
    return pageBreak();
  }

  /** A table of contents over three levels with a title, on a page of its own. */
  public DocxBuilder contents(String title) {
    contents = true;
    body.add(styled("toc heading", title));
    Element p = Element.word("p");
    p.add(mark("begin"));
    p.add(
        Element.word(
            "r",
            Element.word("instrText")
                .set(Ns.XML, "space", "preserve")
                .setText(" TOC \\o \"1-3\" \\h \\z ")));
    p.add(mark("separate"));
    p.add(mark("end"));
    body.add(p);
    return pageBreak();
  }

  /** A header on all pages but the cover. */
  public DocxBuilder header(String text) {
    Element p = styled("header", text);
    SchemaOrder.put(SchemaOrder.properties(p, "pPr"), Element.wVal("jc", "right"));
    margin("header", "hdr", p);
    return this;
  }

  /** A footer on all pages but the cover: "before 3 / 12 after". */
  public DocxBuilder footer(String before, String after) {
    Element p = styled("footer", before + " ");
    SchemaOrder.put(SchemaOrder.properties(p, "pPr"), Element.wVal("jc", "center"));
    field(p, " PAGE ");
    p.add(Element.word("r", RunText.element(" / ")));
    field(p, " NUMPAGES ");
    p.add(Element.word("r", RunText.element(" " + after)));
    margin("footer", "ftr", p);
    return this;
  }

  /** A heading. */
  public DocxBuilder heading(int level, String text) {
    return add(Heading.of(level, text));
  }

  /** A paragraph of plain text. */
  public DocxBuilder paragraph(String text) {
    return add(Paragraph.of(text));
  }

  /** A page break. */
  public DocxBuilder pageBreak() {
    return add(new PageBreak());
  }

  /** All blocks of a content. */
  public DocxBuilder content(DocumentContent content) {
    content.blocks().forEach(this::add);
    return this;
  }

  /** A block. */
  public DocxBuilder add(Block block) {
    PageSize page = PageSize.of(BaseParts.sectionProperties(landscape, false));
    WriteContext context = new WriteContext(target, page.textWidth(), page.textHeight(), 0);
    new ContentWriter(context).write(List.of(block)).forEach(body::add);
    return this;
  }

  /** The document; the builder must not be used afterwards. */
  public byte[] toBytes() {
    PackageBuilder pack = target.pack();
    Element properties = BaseParts.sectionProperties(landscape, cover);
    int at = 0;
    for (Relationship r : new ArrayList<>(pack.relationships(MergeTarget.DOCUMENT))) {
      if (r.type().equals(Relationship.HEADER) || r.type().equals(Relationship.FOOTER)) {
        properties.insert(
            at++,
            Element.word(r.kind() + "Reference").with("type", "default").set(Ns.R, "id", r.id()));
      }
    }
    body.add(properties);
    if (contents) {
      new TocBuilder(target, body).build();
    }
    part("document", MAIN + "document.main+xml", Element.word("document", body));
    pack.relate("", Relationship.DOCUMENT, MergeTarget.DOCUMENT, false);
    part("styles", MAIN + "styles+xml", styles.tree());
    pack.relate(MergeTarget.DOCUMENT, Relationship.STYLES, "word/styles.xml", false);
    part("settings", MAIN + "settings+xml", BaseParts.settings());
    pack.relate(MergeTarget.DOCUMENT, Relationship.SETTINGS, "word/settings.xml", false);
    pack.put("word/theme/theme1.xml", PlainTheme.CONTENT_TYPE, PlainTheme.tree());
    pack.relate(MergeTarget.DOCUMENT, Relationship.THEME, "word/theme/theme1.xml", false);
    if (!numbering.isEmpty()) {
      part("numbering", MAIN + "numbering+xml", numbering.tree());
      pack.relate(MergeTarget.DOCUMENT, Relationship.NUMBERING, "word/numbering.xml", false);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      pack.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void part(String name, String type, Element tree) {
    target.pack().put("word/" + name + ".xml", type, tree);
  }

  private void margin(String kind, String element, Element p) {
    String name = target.pack().freeName("word/" + kind + "1.xml");
    target.pack().put(name, MAIN + kind + "+xml", Element.word(element, p));
    String type = kind.equals("header") ? Relationship.HEADER : Relationship.FOOTER;
    target.pack().relate(MergeTarget.DOCUMENT, type, name, false);
  }

  private Element styled(String style, String text) {
    Element p = Element.word("p");
    p.add(Element.word("pPr", Element.wVal("pStyle", styles.ensure("paragraph", style))));
    Element r = Element.word("r");
    RunText.append(r, RunText.clean(text));
    return p.add(r);
  }

  private static void field(Element p, String instruction) {
    p.add(mark("begin"));
    p.add(
        Element.word(
            "r", Element.word("instrText").set(Ns.XML, "space", "preserve").setText(instruction)));
    p.add(mark("separate"));
    p.add(Element.word("r", RunText.element("1")));
    p.add(mark("end"));
  }

  private static Element mark(String type) {
    return Element.word("r", Element.word("fldChar").with("fldCharType", type));
  }
}
