package io.crmkit.api.sales.opportunity;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** The part that a contact plays in one purchase. */
public enum BuyingRole implements Labelled {
  /** Will use what is bought. */
  USER("user", "使用者"),
  /** Compares and recommends. */
  EVALUATOR("evaluator", "评估者"),
  /** Handles the matter: papers, dates, signatures. */
  HANDLER("handler", "经办人"),
  /** Decides. */
  DECISION_MAKER("decision maker", "决策者"),
  /** Holds the budget. */
  BUDGET_HOLDER("budget holder", "预算负责人"),
  /** Lets others through, or not. */
  GATEKEEPER("gatekeeper", "把关者");

  private final Label label;

  BuyingRole(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
