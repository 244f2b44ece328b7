package io.crmkit.api.customer.contact;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** The part that a contact usually plays when their organization buys. */
public enum InfluenceRole implements Labelled {
  /** Will work with what is bought. */
  USER("user", "使用者"),
  /** Compares and recommends. */
  EVALUATOR("evaluator", "评估者"),
  /** Handles the matter from day to day. */
  HANDLER("handler", "经办人"),
  /** Has the last word. */
  DECISION_MAKER("decision maker", "决策者");

  private final Label label;

  InfluenceRole(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
