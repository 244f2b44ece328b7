package io.crmkit.proposals.word;

import io.crmkit.proposals.word.copy.MergeTarget;
import io.crmkit.proposals.word.section.BodySplitter;
import io.crmkit.proposals.word.section.PageSize;
import io.crmkit.proposals.word.section.Section;
import io.crmkit.proposals.word.section.SectionAssembler;
import io.crmkit.proposals.word.section.Slot;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides in which section every part of a merge stands. Not thread-safe. */
final class Placement {

  private final MergeTarget target;
  private final SourceImport master;
  private final List<Section> sections = new ArrayList<>();
  private @Nullable Map<Slot, String> masterMargins;

  Placement(MergeTarget target, SourceImport master) {
    this.target = target;
    this.master = master;
  }

  /** The room for text that the next part will find. */
  PageSize page(PageSetup pages) {
    Section last = last();
    return last != null && last.joinable() && pages == PageSetup.MASTER
        ? last.page()
        : PageSize.of(masterProperties());
  }

  /** Adds content that adopts the master. */
  void add(List<Element> blocks, PartStart start) {
    if (blocks.isEmpty()) {
      return;
    }
    Section section = open();
    if (start == PartStart.NEW_PAGE) {
      breakPage(section, blocks);
    }
    section.blocks().addAll(blocks);
  }

  /** Adds the master itself, in its own sections. */
  void addMaster(@Nullable Element heading, PartStart start) {
    List<BodySplitter.Piece> pieces = master.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Element properties = pieces.get(i).properties();
      boolean firstOfAll = sections.isEmpty();
      boolean last = i == pieces.size() - 1;
      if (i == 0 && !firstOfAll && last && start == PartStart.CONTINUE) {
        // what came before already stands in this very section
        add(withHeading(heading, pieces.get(i).blocks()), start);
        continue;
      }
      if (i == 0 && !firstOfAll) {
        properties.elements("type").forEach(Element::detach);
      }
      Section section = new Section(properties, master.margins(i), master.evenAndOdd(), last);
      if (i == 0) {
        section.blocks().addAll(withHeading(heading, pieces.get(i).blocks()));
      } else {
        section.blocks().addAll(pieces.get(i).blocks());
      }
      sections.add(section);
    }
  }

  /** Adds a Word file that is not the master. */
  void add(SourceImport source, @Nullable Element heading, PartLayout layout) {
    List<BodySplitter.Piece> pieces = source.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      List<Element> blocks = pieces.get(i).blocks();
      List<Element> content = i == 0 ? withHeading(heading, blocks) : blocks;
      Element properties = pieces.get(i).properties();
      if (layout.pages() == PageSetup.OWN) {
        addOwn(source, i, content, properties);
      } else if (differs(properties)) {
        Section section =
            new Section(adopted(properties), masterMargins(), master.evenAndOdd(), false);
        section.blocks().addAll(content);
        sections.add(section);
      } else {
        boolean newPage = i == 0 ? layout.start() == PartStart.NEW_PAGE : startsNewPage(properties);
        add(content, newPage ? PartStart.NEW_PAGE : PartStart.CONTINUE);
      }
    }
  }

  /** Puts everything into the body; returns whether even and odd pages are told apart. */
  boolean assemble(Element body) {
    if (sections.isEmpty()) {
      open().blocks().add(Element.word("p"));
    }
    return new SectionAssembler(target.pack()).assemble(sections, body);
  }

  private void addOwn(SourceImport source, int index, List<Element> content, Element properties) {
    if (index == 0 && !sections.isEmpty()) {
      SchemaOrder.put(properties, Element.wVal("type", "nextPage"));
    }
    runNumbersOn(properties);
    Section section = new Section(properties, source.margins(index), source.evenAndOdd(), false);
    section.blocks().addAll(content);
    sections.add(section);
  }

  private static List<Element> withHeading(@Nullable Element heading, List<Element> blocks) {
    List<Element> result = new ArrayList<>();
    if (heading != null) {
      result.add(heading);
    }
    result.addAll(blocks);
    return result;
  }

  private @Nullable Section last() {
    return sections.isEmpty() ? null : sections.get(sections.size() - 1);
  }

  /** The section that content adopting the master goes into. */
  private Section open() {
    Section last = last();
    if (last != null && last.joinable()) {
      return last;
    }
    Element properties = masterProperties().copy();
    if (last != null) {
      SchemaOrder.put(properties, Element.wVal("type", "nextPage"));
    }
    // the first page of the master, with its cover, comes only once
    properties.elements("titlePg").forEach(Element::detach);
    runNumbersOn(properties);
    Section section = new Section(properties, masterMargins(), master.evenAndOdd(), true);
    sections.add(section);
    return section;
  }

  private Element masterProperties() {
    List<Element> all = master.sectionProperties();
    return all.get(all.size() - 1);
  }

  private Map<Slot, String> masterMargins() {
    Map<Slot, String> known = masterMargins;
    if (known == null) {
      known = master.margins(master.sectionProperties().size() - 1);
      known.keySet().removeIf(s -> s.type().equals("first"));
      masterMargins = known;
    }
    return known;
  }

  private boolean differs(Element properties) {
    Element masters = masterProperties();
    return PageSize.isLandscape(properties) != PageSize.isLandscape(masters)
        || PageSize.columns(properties) > 1
            && PageSize.columns(properties) != PageSize.columns(masters);
  }

  /** The master's page, turned or set in columns as the part wants it. */
  private Element adopted(Element wanted) {
    Element properties = masterProperties().copy();
    properties.elements("titlePg").forEach(Element::detach);
    runNumbersOn(properties);
    if (PageSize.isLandscape(wanted) != PageSize.isLandscape(properties)) {
      turn(properties);
    }
    Element columns = wanted.child("cols");
    if (columns != null) {
      SchemaOrder.put(properties, columns.copy());
    }
    Element type = wanted.child("type");
    boolean continuous = type != null && type.w("val", "").equals("continuous");
    Section last = last();
    boolean turned =
        last != null && PageSize.isLandscape(last.properties()) != PageSize.isLandscape(properties);
    SchemaOrder.put(
        properties, Element.wVal("type", continuous && !turned ? "continuous" : "nextPage"));
    return properties;
  }

  private static void turn(Element properties) {
    Element size = properties.child("pgSz");
    if (size == null) {
      size =
          SchemaOrder.put(properties, Element.word("pgSz").with("w", "11906").with("h", "16838"));
    }
    String width = size.w("w", "11906");
    size.with("w", size.w("h", "16838")).with("h", width);
    if (PageSize.isLandscape(properties)) {
      size.with("orient", "landscape");
    } else {
      size.drop(Ns.W, "orient");
    }
    Element margins = properties.child("pgMar");
    if (margins != null) {
      String top = margins.w("top", "1440");
      margins.with("top", margins.w("right", "1440"));
      margins.with("right", margins.w("bottom", "1440"));
      margins.with("bottom", margins.w("left", "1440"));
      margins.with("left", top);
    }
  }

  private static boolean startsNewPage(Element properties) {
    String type = properties.childVal("type");
    return !"continuous".equals(type) && !"nextColumn".equals(type);
  }

  /** Numbers of pages run through the document, so that its contents table is unambiguous. */
  private static void runNumbersOn(Element properties) {
    Element numbers = properties.child("pgNumType");
    if (numbers != null) {
      numbers.drop(Ns.W, "start");
    }
  }

  private static void breakPage(Section section, List<Element> blocks) {
    List<Element> before = section.blocks();
    if (before.isEmpty() || endsPage(before.get(before.size() - 1))) {
      return;
    }
    Element first = null;
    for (Element e : blocks) {
      if (!e.local().startsWith("bookmark")) {
        first = e;
        break;
      }
    }
    if (first != null && first.isW("p")) {
      SchemaOrder.put(SchemaOrder.properties(first, "pPr"), Element.word("pageBreakBefore"));
    } else {
      before.add(Element.word("p", Element.word("r", Element.word("br").with("type", "page"))));
    }
  }

  private static boolean endsPage(Element block) {
    List<Element> breaks = block.isW("p") ? block.find(e -> e.isW("br") || e.isW("t")) : List.of();
    return !breaks.isEmpty() && breaks.get(breaks.size() - 1).w("type", "").equals("page");
  }
}
