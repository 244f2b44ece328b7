package io.crmkit.api.service;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** How soon a request must be dealt with; the service level sets the targets for each. */
public enum Priority implements Labelled {
  CRITICAL("critical", "紧急"),
  HIGH("high", "高"),
  MEDIUM("medium", "中"),
  LOW("low", "低");

  private final Label label;

  Priority(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
