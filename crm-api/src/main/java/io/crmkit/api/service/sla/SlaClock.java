package io.crmkit.api.service.sla;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** What a service level promises and a clock measures. */
public enum SlaClock implements Labelled {
  /** From the opening of the request to the first qualified answer. */
  RESPONSE("response", "响应"),
  /** From the opening to the solution, without the time in which it counted as solved. */
  RESOLUTION("resolution", "解决"),
  /** From handing the work to a third party until it reports the work done. */
  VENDOR("third party", "第三方");

  private final Label label;

  SlaClock(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
