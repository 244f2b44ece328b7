package io.crmkit.proposals.word;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is in a Word file that was checked.
 *
 * @param paragraphs number of paragraphs of the body, those in tables included
 * @param fields merge fields it names, in alphabetical order
 * @param externalLinks addresses it would fetch something from on opening; a merge drops them
 * @param hasContents whether it has a contents table
 */
public record WordSummary(
    int paragraphs, Set<String> fields, Set<String> externalLinks, boolean hasContents) {

  /** Copies the sets, in order. */
  public WordSummary {
    fields = Collections.unmodifiableSet(new TreeSet<>(fields));
    externalLinks = Collections.unmodifiableSet(new TreeSet<>(externalLinks));
  }
}
