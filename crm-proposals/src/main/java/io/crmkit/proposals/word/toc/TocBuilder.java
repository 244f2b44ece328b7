package io.crmkit.proposals.word.toc;

import io.crmkit.proposals.word.copy.IdBook;
import io.crmkit.proposals.word.copy.IdBook.Space;
import io.crmkit.proposals.word.copy.MergeTarget;
import io.crmkit.proposals.word.section.PageSize;
import io.crmkit.proposals.word.styles.StyleBook;
import io.crmkit.proposals.word.toc.HeadingScanner.Found;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Node;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.RunText;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills the tables of contents of a merged document with real entries.
 *
 * <p>Each TOC field gets one paragraph per heading that its switches ask for ({@code o}, {@code u},
 * {@code t}, {@code b}), in the styles TOC 1 to TOC 9, with a link to a bookmark at the heading and
 * a PAGEREF field for the page. So the table is right in every program as it is, and still a field
 * that Word can rebuild.
 *
 * <p>Page numbers: only a program that lays out pages knows them. The cached results of the PAGEREF
 * fields are an estimate from the amount of text, the pictures and the page setup, so a viewer
 * shows something plausible. Word corrects them when fields are updated (F9) and, by default, when
 * printing. The settings flag {@code updateFields} and the {@code dirty} mark on fields are
 * deliberately not used: Word greets the reader of such a file with a question whether to update
 * fields from other files, which is no way to open a proposal.
 *
 * <p>Not thread-safe.
 */
public final class TocBuilder {

  private final StyleBook styles;
  private final IdBook ids;
  private final MergeTarget target;
  private final Element body;
  private final Map<Element, String> bookmarks = new IdentityHashMap<>();
  private final List<Element[]> pending = new ArrayList<>();
  private int next = 900_000_000;

  /** A builder over the finished body. */
  public TocBuilder(MergeTarget target, Element body) {
    this.target = target;
    this.styles = target.styles();
    this.ids = target.ids();
    this.body = body;
  }

  /** Fills all tables; returns the outline of the document. */
  public List<OutlineEntry> build() {
    List<Found> headings = HeadingScanner.scan(body, styles, target.numbering());
    List<TocField> fields = TocField.find(body);
    boolean ownLook = headings.stream().anyMatch(h -> h.builtInLevel() == 0 && isHeading(h));
    for (TocField field : fields) {
      if (field.first().parent() != null) {
        fill(field, headings, ownLook);
      }
    }
    PageEstimator pages = new PageEstimator(styles);
    Map<Element, PageEstimator.Page> found = pages.estimate(body);
    for (Element[] pair : pending) {
      PageEstimator.Page page = found.get(pair[1]);
      RunText.setText(pair[0], page == null ? "1" : page.shown());
    }
    List<OutlineEntry> outline = new ArrayList<>();
    for (Found h : headings) {
      int level = h.builtInLevel() > 0 ? h.builtInLevel() : isHeading(h) ? h.outlineLevel() : 0;
      if (level > 0) {
        PageEstimator.Page page = found.get(h.paragraph());
        outline.add(
            new OutlineEntry(
                level,
                h.number(),
                h.text(),
                bookmarks.getOrDefault(h.paragraph(), ""),
                page == null ? 1 : page.number()));
      }
    }
    return outline;
  }

  /** A heading style that came along with its own look: no longer built-in, still a heading. */
  private static boolean isHeading(Found h) {
    return h.outlineLevel() > 0 && h.styleName().matches("heading [1-9] \\(\\d+\\)");
  }

  private void fill(TocField field, List<Found> headings, boolean ownLook) {
    String instruction = field.instruction();
    if (ownLook && !instruction.contains("\\u")) {
      instruction = instruction.stripTrailing() + " \\u ";
    }
    TocSwitches switches = TocSwitches.parse(instruction);
    Element container = field.first().parent();
    if (switches == null || container == null) {
      return;
    }
    PageSize page = PageSize.of(sectionOf(field.last()));
    List<Element> paragraphs = new ArrayList<>();
    for (Found h : limited(headings, switches)) {
      int level = switches.levelOf(h);
      if (level > 0) {
        paragraphs.add(entry(h, level, switches, page));
      }
    }
    if (paragraphs.isEmpty()) {
      paragraphs.add(Element.word("p"));
    }
    openField(paragraphs.get(0), instruction, before(field));
    paragraphs.add(closing(field));
    replace(container, field, paragraphs);
  }

  private List<Found> limited(List<Found> headings, TocSwitches switches) {
    String name = switches.bookmark();
    if (name == null) {
      return headings;
    }
    List<Element> order = body.find(e -> true);
    Map<Element, Integer> position = new IdentityHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      position.put(order.get(i), i);
    }
    int from = -1;
    int to = -1;
    String id = "";
    for (Element e : order) {
      if (e.isW("bookmarkStart") && e.w("name", "").equalsIgnoreCase(name)) {
        from = position.getOrDefault(e, -1);
        id = e.w("id", "");
      } else if (from >= 0 && to < 0 && e.isW("bookmarkEnd") && e.w("id", "").equals(id)) {
        to = position.getOrDefault(e, -1);
      }
    }
    List<Found> result = new ArrayList<>();
    for (Found h : headings) {
      int at = position.getOrDefault(h.paragraph(), -1);
      if (from >= 0 && at > from && at < to) {
        result.add(h);
      }
    }
    return result;
  }

  private Element entry(Found heading, int level, TocSwitches switches, PageSize page) {
    String style = styles.ensure("paragraph", "toc " + level);
    Element p = Element.word("p");
    Element pPr = SchemaOrder.properties(p, "pPr");
    pPr.add(Element.wVal("pStyle", style));
    pPr.add(tabs(style, heading, page));
    String bookmark = bookmark(heading.paragraph());
    List<Element> runs = new ArrayList<>();
    if (!heading.number().isEmpty()) {
      runs.add(run(RunText.element(heading.number())));
      runs.add(run(Element.word("tab")));
    }
    runs.add(run(RunText.element(heading.text())));
    if (level < switches.noPagesFrom()) {
      runs.add(run(Element.word("tab")));
      Element shown = RunText.element("1");
      pending.add(new Element[] {shown, heading.paragraph()});
      runs.add(TocField.mark("begin"));
      runs.add(run(instruction(" PAGEREF " + bookmark + " \\h ")));
      runs.add(TocField.mark("separate"));
      runs.add(run(shown));
      runs.add(TocField.mark("end"));
    }
    Element holder =
        switches.links()
            ? Element.word("hyperlink").with("anchor", bookmark).with("history", "1")
            : p;
    runs.forEach(holder::add);
    if (holder != p) {
      p.add(holder);
    }
    return p;
  }

  private Element tabs(String style, Found heading, PageSize page) {
    Element tabs = Element.word("tabs");
    if (!heading.number().isEmpty()) {
      Element indent = styles.inherited(style, "pPr", "ind");
      int left = indent == null ? 0 : number(indent.w("left", "0"));
      int width = Math.max(440, 160 * heading.number().length() + 120);
      tabs.add(Element.word("tab").with("val", "left").with("pos", "" + (left + width)));
    }
    Element styled = styles.inherited(style, "pPr", "tabs");
    boolean hasRight =
        styled != null
            && styled.elements("tab").stream().anyMatch(t -> t.w("val", "").equals("right"));
    if (!hasRight) {
      tabs.add(
          Element.word("tab")
              .with("val", "right")
              .with("leader", "dot")
              .with("pos", "" + page.textWidth()));
    }
    return tabs;
  }

  private static int number(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private String bookmark(Element paragraph) {
    String known = bookmarks.get(paragraph);
    if (known != null) {
      return known;
    }
    String name = ids.claimName("_Toc" + next++);
    String id = ids.claim(Space.BOOKMARK, "");
    int at = paragraph.child("pPr") == null ? 0 : 1;
    paragraph.insert(at, Element.word("bookmarkStart").with("id", id).with("name", name));
    paragraph.add(Element.word("bookmarkEnd").with("id", id));
    bookmarks.put(paragraph, name);
    return name;
  }

  private static List<Node> before(TocField field) {
    List<Node> result = new ArrayList<>();
    for (Node node : field.first().children()) {
      if (node == field.begin()) {
        break;
      }
      if (!(node instanceof Element e && e.isW("pPr"))) {
        result.add(node);
      }
    }
    return result;
  }

  private static void openField(Element p, String instruction, List<Node> before) {
    int at = p.child("pPr") == null ? 0 : 1;
    for (Node node : before) {
      if (node instanceof Element e) {
        e.detach();
      }
      p.insert(at++, node);
    }
    p.insert(at++, TocField.mark("begin"));
    p.insert(at++, run(instruction(instruction)));
    p.insert(at, TocField.mark("separate"));
  }

  /** The paragraph with the end of the field and whatever followed it. */
  private Element closing(TocField field) {
    Element p = Element.word("p");
    Element pPr = field.last().child("pPr");
    if (pPr != null) {
      pPr.detach();
      String style = styles.nameOf(pPr.childVal("pStyle"));
      if (style.startsWith("toc ")) {
        for (String name : new String[] {"pStyle", "tabs", "rPr"}) {
          pPr.elements(name).forEach(Element::detach);
        }
      }
      p.add(pPr);
    }
    p.add(TocField.mark("end"));
    boolean passed = false;
    for (Node node : List.copyOf(field.last().children())) {
      if (passed) {
        if (node instanceof Element e) {
          e.detach();
        }
        p.add(node);
      }
      passed |= node == field.end();
    }
    return p;
  }

  private static void replace(Element container, TocField field, List<Element> paragraphs) {
    int from = container.indexOf(field.first());
    int to = container.indexOf(field.last());
    List<Node> children = List.copyOf(container.children());
    for (int i = from; i <= to; i++) {
      if (children.get(i) instanceof Element e) {
        e.detach();
      }
    }
    int at = from;
    for (Element p : paragraphs) {
      container.insert(at++, p);
    }
  }

  /** The properties of the section that a paragraph stands in. */
  private Element sectionOf(Element paragraph) {
    List<Element> order = body.find(e -> e == paragraph || e.isW("sectPr"));
    boolean passed = false;
    for (Element e : order) {
      if (passed && e.isW("sectPr")) {
        return e;
      }
      passed |= e == paragraph;
    }
    Element last = body.child("sectPr");
    return last == null ? Element.word("sectPr") : last;
  }

  private static Element instruction(String text) {
    return Element.word("instrText").set(Ns.XML, "space", "preserve").setText(text);
  }

  private static Element run(Element content) {
    return Element.word("r", Element.word("rPr", Element.word("noProof")), content);
  }
}
