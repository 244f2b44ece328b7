package io.crmkit.proposals.word.section;

/**
 * A place for a header or footer in a section.
 *
 * @param footer whether at the foot of the page
 * @param type "default", "first" or "even"
 */
public record Slot(boolean footer, String type) implements Comparable<Slot> {

  static final String[] TYPES = {"default", "first", "even"};

  /** Name of the element that refers to the part. */
  public String element() {
    return footer ? "footerReference" : "headerReference";
  }

  @Override
  public int compareTo(Slot other) {
    int kind = Boolean.compare(footer, other.footer);
    return kind != 0 ? kind : type.compareTo(other.type);
  }
}
