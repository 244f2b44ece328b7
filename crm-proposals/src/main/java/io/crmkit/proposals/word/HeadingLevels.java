package io.crmkit.proposals.word;

/** What becomes of the levels of headings inside of a part. */
public enum HeadingLevels {
  /** They stay as they are. */
  KEEP,
  /**
   * They move below the part's own heading: under a heading of level 2, "Heading 1" becomes
   * "Heading 3". A part without a heading of its own at level 2 stands for its chapter: "Heading 1"
   * becomes "Heading 2".
   */
  SHIFT
}
