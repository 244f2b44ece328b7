package io.crmkit.proposals.word.convert;

import io.crmkit.api.document.content.Alignment;
import io.crmkit.api.document.content.Block;
import io.crmkit.api.document.content.BulletList;
import io.crmkit.api.document.content.CodeBlock;
import io.crmkit.api.document.content.Emphasis;
import io.crmkit.api.document.content.ListItem;
import io.crmkit.api.document.content.NumberedList;
import io.crmkit.api.document.content.Quotation;
import io.crmkit.api.document.content.Run;
import io.crmkit.api.document.content.Table;
import io.crmkit.proposals.word.copy.Notices;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads Markdown (CommonMark with tables) as content. Not thread-safe; one per text. */
public final class MarkdownReader {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  private final Notices notices;

  private MarkdownReader(Notices notices) {
    this.notices = notices;
  }

  /** The content of the text; HTML inside is read as {@link HtmlReader} does. */
  public static List<Block> read(String markdown, Notices notices) {
    return new MarkdownReader(notices).children(PARSER.parse(markdown));
  }

  private List<Block> children(Node parent) {
    List<Block> result = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
      block(n, result);
    }
    return result;
  }

  private void block(Node node, List<Block> out) {
    if (node instanceof org.commonmark.node.Heading h) {
      out.add(new io.crmkit.api.document.content.Heading(h.getLevel(), runs(node)));
    } else if (node instanceof org.commonmark.node.Paragraph) {
      out.add(io.crmkit.api.document.content.Paragraph.of(runs(node)));
    } else if (node instanceof org.commonmark.node.BulletList) {
      out.add(new BulletList(items(node)));
    } else if (node instanceof OrderedList list) {
      Integer start = list.getMarkerStartNumber();
      out.add(new NumberedList(start == null ? 1 : start, items(node)));
    } else if (node instanceof BlockQuote) {
      out.add(new Quotation(children(node)));
    } else if (node instanceof FencedCodeBlock code) {
      out.add(new CodeBlock(code.getLiteral().stripTrailing()));
    } else if (node instanceof IndentedCodeBlock code) {
      out.add(new CodeBlock(code.getLiteral().stripTrailing()));
    } else if (node instanceof TableBlock) {
      out.add(table(node));
    } else if (node instanceof HtmlBlock html) {
      out.addAll(HtmlReader.read(html.getLiteral(), notices));
    } else if (!(node instanceof ThematicBreak)) {
      out.addAll(children(node));
    }
  }

  private List<ListItem> items(Node list) {
    List<ListItem> result = new ArrayList<>();
    for (Node n = list.getFirstChild(); n != null; n = n.getNext()) {
      result.add(new ListItem(children(n)));
    }
    return result;
  }

  private static Table table(Node block) {
    List<Table.Column> columns = new ArrayList<>();
    List<Table.Row> rows = new ArrayList<>();
    for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (!(row instanceof TableRow)) {
          continue;
        }
        List<Table.Cell> cells = new ArrayList<>();
        for (Node n = row.getFirstChild(); n != null; n = n.getNext()) {
          if (n instanceof TableCell cell && part instanceof TableHead) {
            columns.add(new Table.Column(plain(runs(n)), alignment(cell), 1));
          } else if (cells.size() < columns.size()) {
            cells.add(new Table.Cell(runs(n), 1));
          }
        }
        if (!(part instanceof TableHead)) {
          rows.add(new Table.Row(Table.RowKind.BODY, cells));
        }
      }
    }
    return new Table(ColumnWidths.fit(columns, rows), rows);
  }

  private static Alignment alignment(TableCell cell) {
    TableCell.@Nullable Alignment given = cell.getAlignment();
    if (given == null) {
      return Alignment.START;
    }
    return switch (given) {
      case LEFT -> Alignment.START;
      case CENTER -> Alignment.CENTER;
      case RIGHT -> Alignment.END;
    };
  }

  private static String plain(List<Run> runs) {
    StringBuilder result = new StringBuilder();
    runs.forEach(r -> result.append(r.text()));
    return result.toString();
  }

  private static List<Run> runs(Node parent) {
    List<Run> result = new ArrayList<>();
    inline(parent, EnumSet.noneOf(Emphasis.class), null, result);
    return result;
  }

  private static void inline(
      Node parent, Set<Emphasis> emphasis, @Nullable String link, List<Run> out) {
    for (Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
      if (n instanceof Text text) {
        out.add(new Run(text.getLiteral(), emphasis, link));
      } else if (n instanceof Code code) {
        out.add(new Run(code.getLiteral(), plus(emphasis, Emphasis.CODE), link));
      } else if (n instanceof SoftLineBreak) {
        out.add(new Run(" ", emphasis, link));
      } else if (n instanceof HardLineBreak) {
        out.add(new Run("\n", emphasis, link));
      } else if (n instanceof StrongEmphasis) {
        inline(n, plus(emphasis, Emphasis.BOLD), link, out);
      } else if (n instanceof org.commonmark.node.Emphasis) {
        inline(n, plus(emphasis, Emphasis.ITALIC), link, out);
      } else if (n instanceof Link target) {
        inline(n, emphasis, target.getDestination(), out);
      } else if (n instanceof Image) {
        // the picture itself lies somewhere else; what it shows is kept
        inline(n, plus(emphasis, Emphasis.ITALIC), link, out);
      } else {
        inline(n, emphasis, link, out);
      }
    }
  }

  private static Set<Emphasis> plus(Set<Emphasis> emphasis, Emphasis more) {
    EnumSet<Emphasis> result = EnumSet.of(more);
    result.addAll(emphasis);
    return result;
  }
}
