package io.crmkit.api.document.content;

import java.util.List;

/**
 * A paragraph of text.
 *
 * @param runs the text
 * @param alignment where it stands between the margins
 */
public record Paragraph(List<Run> runs, Alignment alignment) implements Block {

  /** Copies the list. */
  public Paragraph {
    runs = List.copyOf(runs);
  }

  /** A paragraph of plain text. */
  public static Paragraph of(String text) {
    return of(Run.of(text));
  }

  /** A paragraph of runs. */
  public static Paragraph of(Run... runs) {
    return new Paragraph(List.of(runs), Alignment.START);
  }

  /** A paragraph of runs. */
  public static Paragraph of(List<Run> runs) {
    return new Paragraph(runs, Alignment.START);
  }
}
