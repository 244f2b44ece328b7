package io.crmkit.api.document.content;

import java.util.Arrays;
import java.util.List;

/**
 * A list with bullets.
 *
 * @param items the items
 */
public record BulletList(List<ListItem> items) implements Block {

  /** Copies the list. */
  public BulletList {
    items = List.copyOf(items);
  }

  /** A list of plain texts. */
  public static BulletList of(String... items) {
    return new BulletList(Arrays.stream(items).map(ListItem::of).toList());
  }
}
