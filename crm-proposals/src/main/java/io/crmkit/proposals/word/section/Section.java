package io.crmkit.proposals.word.section;

import io.crmkit.proposals.word.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A section of the merged document in the making. Not thread-safe. */
public final class Section {

  private final List<Element> blocks = new ArrayList<>();
  private final Element properties;
  private final Map<Slot, String> margins = new TreeMap<>();
  private final boolean evenAndOdd;
  private final boolean joinable;

  /**
   * A section.
   *
   * @param properties its {@code w:sectPr} without references to headers and footers
   * @param margins names of the parts of its headers and footers in the merged document
   * @param evenAndOdd whether its document tells even and odd pages apart
   * @param joinable whether content that adopts the master may follow in it
   */
  public Section(
      Element properties, Map<Slot, String> margins, boolean evenAndOdd, boolean joinable) {
    this.properties = properties;
    this.margins.putAll(margins);
    this.evenAndOdd = evenAndOdd;
    this.joinable = joinable;
  }

  /** The blocks so far, to be added to. */
  public List<Element> blocks() {
    return blocks;
  }

  /** The properties. */
  public Element properties() {
    return properties;
  }

  /** Headers and footers. */
  public Map<Slot, String> margins() {
    return margins;
  }

  /** Whether even and odd pages are told apart. */
  public boolean evenAndOdd() {
    return evenAndOdd;
  }

  /** Whether content that adopts the master may follow in it. */
  public boolean joinable() {
    return joinable;
  }

  /** The room for text. */
  public PageSize page() {
    return PageSize.of(properties);
  }
}
