package io.crmkit.api.environment;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** What was done to an item. */
public enum EnvironmentChangeKind implements Labelled {
  INSTALLED("installed", "已安装"),
  UPDATED("updated", "已更新"),
  REMOVED("removed", "已移除");

  private final Label label;

  EnvironmentChangeKind(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
