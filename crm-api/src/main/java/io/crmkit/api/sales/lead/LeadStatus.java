package io.crmkit.api.sales.lead;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** How far a lead has come. */
public enum LeadStatus implements Labelled {
  /** Came in; nobody has judged it yet. */
  NEW("new", "新线索"),
  /** Worth pursuing. */
  QUALIFIED("qualified", "已确认有效"),
  /** Not worth pursuing, for a stated reason; it can be revived. */
  DISQUALIFIED("disqualified", "已判无效"),
  /** Became a customer and an opportunity. */
  CONVERTED("converted", "已转化");

  private final Label label;

  LeadStatus(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
