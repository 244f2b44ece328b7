package io.crmkit.api.service;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** What a paused request waits for. The service level says which clocks stand still meanwhile. */
public enum WaitingReason implements Labelled {
  /** An answer, access or approval from the customer. */
  CUSTOMER("waiting for the customer", "等待客户"),
  /** A date that was agreed with the customer. */
  APPOINTMENT("waiting for the date agreed", "等待约定时间"),
  /** A third party that works for us. */
  VENDOR("waiting for a third party", "等待第三方"),
  /** Spare parts. */
  PARTS("waiting for parts", "等待备件");

  private final Label label;

  WaitingReason(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
