package io.crmkit.api.service.sla;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** How a clock stands. */
public enum ClockStatus implements Labelled {
  /** Not stopped yet, and the deadline has not passed. Also said outside working hours. */
  RUNNING("running", "计时中"),
  /** Standing still while the request waits, and the deadline has not passed. */
  PAUSED("paused", "暂停"),
  /** Stopped at or before its deadline. */
  MET("met", "达标"),
  /** The deadline passed first, whether or not the clock was stopped later. */
  BREACHED("breached", "超时"),
  /** The request was cancelled before the clock was stopped: no verdict. */
  WITHDRAWN("withdrawn", "撤销");

  private final Label label;

  ClockStatus(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
