package io.crmkit.api.document.content;

import java.util.List;

/**
 * One item of a list.
 *
 * @param blocks what it holds: usually one paragraph, perhaps followed by a nested list
 */
public record ListItem(List<Block> blocks) {

  /** Copies the list. */
  public ListItem {
    blocks = List.copyOf(blocks);
  }

  /** An item of plain text. */
  public static ListItem of(String text) {
    return new ListItem(List.of(Paragraph.of(text)));
  }
}
