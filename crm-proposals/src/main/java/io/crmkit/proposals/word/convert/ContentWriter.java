package io.crmkit.proposals.word.convert;

import io.crmkit.api.document.content.Alignment;
import io.crmkit.api.document.content.Block;
import io.crmkit.api.document.content.BulletList;
import io.crmkit.api.document.content.CodeBlock;
import io.crmkit.api.document.content.Heading;
import io.crmkit.api.document.content.KeyValues;
import io.crmkit.api.document.content.ListItem;
import io.crmkit.api.document.content.NumberedList;
import io.crmkit.api.document.content.PageBreak;
import io.crmkit.api.document.content.Paragraph;
import io.crmkit.api.document.content.Picture;
import io.crmkit.api.document.content.Quotation;
import io.crmkit.api.document.content.Run;
import io.crmkit.api.document.content.Table;
import io.crmkit.proposals.word.styles.StyleBook;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes format-neutral content as Word paragraphs and tables in the styles of the merged document.
 * Not thread-safe.
 */
public final class ContentWriter {

  private static final int MAX_LEVEL = 9;
  private static final int LIST_STEP = 360;

  private final WriteContext context;
  private final StyleBook styles;
  private final RunWriter runs;
  private final TableWriter tables;
  private final PictureWriter pictures;
  private final List<Element> out = new ArrayList<>();

  /** A writer into the context. */
  public ContentWriter(WriteContext context) {
    this.context = context;
    this.styles = context.target().styles();
    this.runs = new RunWriter(context);
    this.tables = new TableWriter(context, runs);
    this.pictures = new PictureWriter(context);
  }

  /** Writes blocks and returns the elements for the body. */
  public List<Element> write(List<Block> blocks) {
    blocks.forEach(b -> block(b, Place.TOP));
    return out;
  }

  /** A heading at an absolute level. */
  public Element heading(int level, String text) {
    Element p = styled("heading " + Math.min(MAX_LEVEL, Math.max(1, level)));
    runs.write(p, List.of(Run.of(text)));
    return p;
  }

  /** Where a block stands: how deep in lists, and whether in a quotation. */
  private record Place(int depth, boolean quoted) {
    static final Place TOP = new Place(0, false);
  }

  private void block(Block block, Place place) {
    if (block instanceof Heading h) {
      Element p = styled("heading " + Math.min(MAX_LEVEL, h.level() + context.headingShift()));
      runs.write(p, h.runs());
      out.add(p);
    } else if (block instanceof Paragraph paragraph) {
      out.add(paragraph(paragraph, place));
    } else if (block instanceof BulletList list) {
      String numId = context.target().numbering().bullets();
      list.items().forEach(i -> item(i, numId, place));
    } else if (block instanceof NumberedList list) {
      String numId = context.target().numbering().numbered(list.start());
      list.items().forEach(i -> item(i, numId, place));
    } else if (block instanceof Table table) {
      out.addAll(tables.table(table));
    } else if (block instanceof KeyValues pairs) {
      out.addAll(tables.keyValues(pairs));
    } else if (block instanceof Quotation quotation) {
      quotation.blocks().forEach(b -> block(b, new Place(place.depth(), true)));
    } else if (block instanceof CodeBlock code) {
      Element p = styled("html preformatted");
      indent(p, place);
      runs.write(p, List.of(Run.of(code.text())));
      out.add(p);
    } else if (block instanceof Picture picture) {
      out.add(pictures.paragraph(picture));
      if (!picture.caption().isBlank()) {
        Element p = styled("caption");
        center(p);
        runs.write(p, List.of(Run.of(picture.caption())));
        out.add(p);
      }
    } else if (block instanceof PageBreak) {
      out.add(Element.word("p", Element.word("r", Element.word("br").with("type", "page"))));
    }
  }

  private Element paragraph(Paragraph paragraph, Place place) {
    Element p = place.quoted() ? styled("quote") : Element.word("p");
    indent(p, place);
    switch (paragraph.alignment()) {
      case CENTER -> center(p);
      case END -> properties(p, Element.wVal("jc", "right"));
      case START -> {
        // where text begins anyway
      }
    }
    runs.write(p, paragraph.runs());
    return p;
  }

  private void item(ListItem item, String numId, Place place) {
    Place inside = new Place(place.depth() + 1, place.quoted());
    boolean numbered = false;
    for (Block b : item.blocks()) {
      if (!numbered && b instanceof Paragraph first) {
        out.add(marked(first, numId, place));
      } else {
        if (!numbered) {
          out.add(marked(Paragraph.of(List.of()), numId, place));
        }
        block(b, inside);
      }
      numbered = true;
    }
    if (!numbered) {
      out.add(marked(Paragraph.of(List.of()), numId, place));
    }
  }

  private Element marked(Paragraph paragraph, String numId, Place place) {
    Element p = styled("list paragraph");
    properties(
        p,
        Element.word(
            "numPr",
            Element.wVal("ilvl", "" + Math.min(MAX_LEVEL - 1, place.depth())),
            Element.wVal("numId", numId)));
    runs.write(p, paragraph.runs());
    return p;
  }

  private static void indent(Element p, Place place) {
    if (place.depth() > 0) {
      properties(p, Element.word("ind").with("left", "" + LIST_STEP * place.depth()));
    }
  }

  private static void center(Element p) {
    properties(p, Element.wVal("jc", "center"));
  }

  private Element styled(String style) {
    Element p = Element.word("p");
    properties(p, Element.wVal("pStyle", styles.ensure("paragraph", style)));
    return p;
  }

  private static void properties(Element p, Element property) {
    SchemaOrder.put(SchemaOrder.properties(p, "pPr"), property);
  }

  static String justification(Alignment alignment) {
    return switch (alignment) {
      case START -> "left";
      case CENTER -> "center";
      case END -> "right";
    };
  }
}
