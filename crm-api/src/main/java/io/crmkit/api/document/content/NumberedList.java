package io.crmkit.api.document.content;

import java.util.Arrays;
import java.util.List;

/**
 * A list with numbers.
 *
 * @param start number of the first item, usually 1
 * @param items the items
 */
public record NumberedList(int start, List<ListItem> items) implements Block {

  /**
   * Checks the start and copies the list.
   *
   * @throws IllegalArgumentException if the start is negative
   */
  public NumberedList {
    if (start < 0) {
      throw new IllegalArgumentException("A list cannot start at " + start);
    }
    items = List.copyOf(items);
  }

  /** A list of plain texts from 1. */
  public static NumberedList of(String... items) {
    return new NumberedList(1, Arrays.stream(items).map(ListItem::of).toList());
  }
}
