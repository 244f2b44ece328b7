package io.crmkit.proposals.word;

import org.jspecify.annotations.Nullable;

/**
 * One part of a merge, in the order of the outline.
 *
 * @param label names the part in reports, such as its path in the outline
 * @param title text of a heading to put before the content, in which merge fields are filled; null
 *     for none
 * @param level depth in the outline, 1 to 9: the level of the heading
 * @param content what it holds
 * @param layout how it is fitted in
 */
public record MergePart(
    String label, @Nullable String title, int level, PartContent content, PartLayout layout) {

  /**
   * Checks the level.
   *
   * @throws IllegalArgumentException if it is not 1 to 9
   */
  public MergePart {
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException("A part's level is 1 to 9, not " + level);
    }
  }

  /** A part at level 1 without a heading of its own, in the default layout. */
  public static MergePart of(String label, PartContent content) {
    return new MergePart(label, null, 1, content, PartLayout.DEFAULT);
  }

  /** This part at a level, with a heading. */
  public MergePart titled(int atLevel, String heading) {
    return new MergePart(label, heading, atLevel, content, layout);
  }

  /** This part at a level, without a heading. */
  public MergePart at(int atLevel) {
    return new MergePart(label, title, atLevel, content, layout);
  }

  /** This part in a layout. */
  public MergePart with(PartLayout otherLayout) {
    return new MergePart(label, title, level, content, otherLayout);
  }

  /** How many levels headings inside move down. */
  int shift() {
    if (layout.headings() == HeadingLevels.KEEP) {
      return 0;
    }
    return title == null ? level - 1 : level;
  }
}
