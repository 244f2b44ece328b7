package io.crmkit.api.sales.pipeline;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** What a stage means for the deal. */
public enum StageCategory implements Labelled {
  /** Still being worked on. */
  OPEN("open", "进行中"),
  WON("won", "赢单"),
  LOST("lost", "丢单");

  private final Label label;

  StageCategory(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
