package io.crmkit.api.proposal;

/**
 * The title of a node, and whether the document shows it.
 *
 * @param title 1 to 200 characters; also the node's name in lists and problems
 * @param mode whether it becomes a heading
 */
public record NodeHeading(String title, Mode mode) {

  /** Whether a title becomes a heading. */
  public enum Mode {
    /** A heading at the depth of the node, listed in the contents. */
    SHOWN,
    /** Only a name, as for a cover or a file that brings its own headings. */
    HIDDEN
  }

  public static NodeHeading shown(String title) {
    return new NodeHeading(title, Mode.SHOWN);
  }

  public static NodeHeading hidden(String title) {
    return new NodeHeading(title, Mode.HIDDEN);
  }
}
