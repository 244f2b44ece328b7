package io.crmkit.api.document.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Labels with their values, one pair to a line: the head of a quote, say.
 *
 * @param entries the pairs in order
 */
public record KeyValues(List<Entry> entries) implements Block {

  /** Copies the list. */
  public KeyValues {
    entries = List.copyOf(entries);
  }

  /** One pair of plain texts, to be continued with {@link #and}. */
  public static KeyValues of(String label, String value) {
    return new KeyValues(List.of(new Entry(label, List.of(Run.of(value)))));
  }

  /** These pairs and one more. */
  public KeyValues and(String label, String value) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(label, List.of(Run.of(value))));
    return new KeyValues(more);
  }

  /**
   * One pair.
   *
   * @param label what it is
   * @param value the value; a line feed breaks the line
   */
  public record Entry(String label, List<Run> value) {

    /** Copies the list. */
    public Entry {
      value = List.copyOf(value);
    }
  }
}
