package io.crmkit.proposals.merge;

import io.crmkit.api.document.content.DocumentContent;
import io.crmkit.api.document.content.Table;
import io.crmkit.api.document.content.Table.Column;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeContent.WordFile.Keeps;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.proposals.merge.WordPart.Body;
import io.crmkit.proposals.word.Look;
import io.crmkit.proposals.word.MergePart;
import io.crmkit.proposals.word.PageSetup;
import io.crmkit.proposals.word.PartContent;
import io.crmkit.proposals.word.PartLayout;
import io.crmkit.proposals.word.PartStart;
import java.util.ArrayList;
import java.util.List;

/** Nodes as the engine wants them. */
final class Parts {

  private static final int DEEPEST_HEADING = 9;

  private Parts() {}

  /** One node as a part; the chapters, but for whatever comes first, begin on a new page. */
  static MergePart of(WordPart part, Begin begin) {
    PartLayout layout =
        PartLayout.DEFAULT.with(
            begin == Begin.LATER && part.depth() == 1 ? PartStart.NEW_PAGE : PartStart.CONTINUE);
    if (part.body() instanceof Body.Word word) {
      layout = layout.with(look(word.keeps())).with(pages(word.keeps()));
    }
    MergePart bare = MergePart.of(part.label(), content(part.body())).with(layout);
    int level = Math.min(part.depth(), DEEPEST_HEADING);
    return part.heading().mode() == NodeHeading.Mode.SHOWN
        ? bare.titled(level, part.heading().title())
        : bare.at(level);
  }

  /** Whether a part is the first of the document. */
  enum Begin {
    FIRST,
    LATER
  }

  private static Look look(Keeps keeps) {
    return keeps == Keeps.STYLES || keeps == Keeps.STYLES_AND_PAGES ? Look.OWN : Look.MASTER;
  }

  private static PageSetup pages(Keeps keeps) {
    return keeps == Keeps.PAGES || keeps == Keeps.STYLES_AND_PAGES
        ? PageSetup.OWN
        : PageSetup.MASTER;
  }

  private static PartContent content(Body body) {
    if (body instanceof Body.Word word) {
      return PartContent.word(word.file());
    } else if (body instanceof Body.Picture picture) {
      return PartContent.picture(picture.file(), picture.caption());
    } else if (body instanceof Body.Made made) {
      return PartContent.generated(made.content());
    } else if (body instanceof Body.Written written) {
      return written(written.content());
    }
    return PartContent.generated(new DocumentContent("", List.of()));
  }

  private static PartContent written(NodeContent content) {
    if (content instanceof NodeContent.PlainText text) {
      return PartContent.text(text.text());
    } else if (content instanceof NodeContent.Markdown text) {
      return PartContent.markdown(text.text());
    } else if (content instanceof NodeContent.Html text) {
      return PartContent.html(text.text());
    } else if (content instanceof NodeContent.Table table) {
      return PartContent.table(table(table));
    }
    throw new IllegalArgumentException("not written by hand: " + content);
  }

  /** The engine's tables have one header row; further ones stand out as headings of groups. */
  private static Table table(NodeContent.Table table) {
    List<List<String>> rows = table.rows();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      columns.add(Column.of(table.headerRows() > 0 ? rows.get(0).get(i) : "", 1));
    }
    Table.Builder builder = Table.of(columns);
    for (int i = Math.min(1, table.headerRows()); i < rows.size(); i++) {
      String[] cells = rows.get(i).toArray(new String[0]);
      if (i < table.headerRows()) {
        builder.add(new Table.Row(Table.RowKind.GROUP, cellsOf(cells)));
      } else {
        builder.row(cells);
      }
    }
    return builder.build();
  }

  private static List<Table.Cell> cellsOf(String... texts) {
    return List.of(texts).stream().map(Table.Cell::of).toList();
  }
}
