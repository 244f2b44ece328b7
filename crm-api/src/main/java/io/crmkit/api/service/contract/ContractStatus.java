package io.crmkit.api.service.contract;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/**
 * How a service contract stands. Whether its term has begun or is over is a matter of the date, not
 * of the status.
 */
public enum ContractStatus implements Labelled {
  /** Being written; covers nothing yet. */
  DRAFT("a draft", "草稿"),
  /** Covers what it says within its term. */
  ACTIVE("in force", "生效"),
  /** Covers nothing for the time being, because a bill is unpaid, say. */
  SUSPENDED("suspended", "已暂停"),
  /** Ended before its time. */
  TERMINATED("terminated", "已终止");

  private final Label label;

  ContractStatus(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
