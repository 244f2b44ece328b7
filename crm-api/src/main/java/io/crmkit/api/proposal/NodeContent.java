package io.crmkit.api.proposal;

import io.crmkit.api.document.DocumentId;
import io.crmkit.api.value.EntityRef;
import java.util.List;

/** What a node contains. Immutable. */
public sealed interface NodeContent {

  /** Nothing: the node is a heading above others. */
  record Nothing() implements NodeContent {}

  /**
   * A stored Word file ({@code .docx}). The first one of the tree usually sets cover, page header
   * and footer, and styles.
   *
   * @param document the file
   * @param keeps what of its own it keeps where the document has another way
   */
  record WordFile(DocumentId document, Keeps keeps) implements NodeContent {

    /** What a Word file keeps of its own. */
    public enum Keeps {
      /** Nothing: styles of the same name look the same everywhere, pages follow the document. */
      NOTHING,
      /** Its styles. */
      STYLES,
      /** Its page size, page header and footer. */
      PAGES,
      /** Both. */
      STYLES_AND_PAGES
    }
  }

  /**
   * A stored picture.
   *
   * @param document the file, PNG or JPEG or GIF
   * @param caption the text below it, which is also what screen readers say; empty for none
   */
  record Picture(DocumentId document, String caption) implements NodeContent {}

  /** Plain text; an empty line ends a paragraph. */
  record PlainText(String text) implements NodeContent {}

  /** Markdown (CommonMark with tables). */
  record Markdown(String text) implements NodeContent {}

  /** HTML; only what a document can show is used, nothing is loaded from elsewhere. */
  record Html(String text) implements NodeContent {}

  /**
   * A table.
   *
   * @param rows cells from left to right, as many in each row
   * @param headerRows how many of the first rows are headings
   */
  record Table(List<List<String>> rows, int headerRows) implements NodeContent {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A document that a module makes of one of its records, such as a quote: as the record is when
   * the proposal is issued, and never newer.
   */
  record CrmDocument(EntityRef record) implements NodeContent {}

  /** A Word file that follows the document in everything. */
  static NodeContent wordFile(DocumentId document) {
    return new WordFile(document, WordFile.Keeps.NOTHING);
  }
}
