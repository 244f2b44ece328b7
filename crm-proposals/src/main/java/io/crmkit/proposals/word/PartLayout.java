package io.crmkit.proposals.word;

/**
 * How a part is fitted in.
 *
 * @param pages whose page setup, headers and footers it has
 * @param look whose styles it has
 * @param start where it begins
 * @param headings what becomes of the levels of its headings
 */
public record PartLayout(PageSetup pages, Look look, PartStart start, HeadingLevels headings) {

  /** The master's pages and look, running on, heading levels below the part's own heading. */
  public static final PartLayout DEFAULT =
      new PartLayout(PageSetup.MASTER, Look.MASTER, PartStart.CONTINUE, HeadingLevels.SHIFT);

  /** With other pages. */
  public PartLayout with(PageSetup otherPages) {
    return new PartLayout(otherPages, look, start, headings);
  }

  /** With another look. */
  public PartLayout with(Look otherLook) {
    return new PartLayout(pages, otherLook, start, headings);
  }

  /** With another start. */
  public PartLayout with(PartStart otherStart) {
    return new PartLayout(pages, look, otherStart, headings);
  }

  /** With other heading levels. */
  public PartLayout with(HeadingLevels otherHeadings) {
    return new PartLayout(pages, look, start, otherHeadings);
  }
}
