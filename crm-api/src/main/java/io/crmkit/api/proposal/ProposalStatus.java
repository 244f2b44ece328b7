package io.crmkit.api.proposal;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** Where a proposal stands. */
public enum ProposalStatus implements Labelled {
  /** Being written; the only state in which the tree may change. */
  DRAFT("a draft", "草稿"),
  /** Finished by its authors, being read; nothing changes meanwhile. */
  IN_REVIEW("in review", "评审中"),
  /** Given to the customer; never changes again. */
  ISSUED("issued", "已发出"),
  /** Given up; never changes again. */
  WITHDRAWN("withdrawn", "已撤回");

  private final Label label;

  ProposalStatus(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
