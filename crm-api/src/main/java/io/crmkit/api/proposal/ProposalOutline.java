package io.crmkit.api.proposal;

import io.crmkit.api.value.Label;
import java.util.List;

/**
 * An outline that a proposal can begin with.
 *
 * @param key stable, {@code words-with-hyphens}
 * @param title for people
 * @param chapters the nodes at the top, in order
 */
public record ProposalOutline(String key, Label title, List<Chapter> chapters) {

  public ProposalOutline {
    chapters = List.copyOf(chapters);
  }

  /**
   * A node to be made.
   *
   * @param title its heading, in the proposal's language
   * @param sections the nodes below it, in order
   */
  public record Chapter(Label title, List<Chapter> sections) {
    public Chapter {
      sections = List.copyOf(sections);
    }
  }
}
