package io.crmkit.api.document.content;

import java.util.List;

/**
 * A heading. Levels are relative to where the document stands: a renderer that puts the document
 * under a chapter shifts them.
 *
 * @param level 1 for the highest, up to 9
 * @param runs the text
 */
public record Heading(int level, List<Run> runs) implements Block {

  /**
   * Checks the level and copies the list.
   *
   * @throws IllegalArgumentException if the level is not 1 to 9
   */
  public Heading {
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException("A heading's level is 1 to 9, not " + level);
    }
    runs = List.copyOf(runs);
  }

  /** A heading of plain text. */
  public static Heading of(int level, String text) {
    return new Heading(level, List.of(Run.of(text)));
  }
}
