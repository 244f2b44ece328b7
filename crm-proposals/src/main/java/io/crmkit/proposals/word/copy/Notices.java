package io.crmkit.proposals.word.copy;

import io.crmkit.proposals.word.check.WordNotice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers notices during one merge, each once. Not thread-safe. */
public final class Notices {

  private final Set<WordNotice> notices = new LinkedHashSet<>();
  private String part = "";

  /** Sets the label of the part that is worked on. */
  public void enter(String label) {
    part = label;
  }

  /** Adds a notice about the current part. */
  public void add(String code, String detail) {
    notices.add(new WordNotice(code, part, detail));
  }

  /** All notices in order. */
  public List<WordNotice> all() {
    return List.copyOf(notices);
  }
}
