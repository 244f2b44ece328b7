package io.crmkit.api.entitlement;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** In what an entitlement is counted. */
public enum EntitlementUnit implements Labelled {
  /** Working time; the only unit that comes in fractions. */
  HOUR("hours", "小时"),
  VISIT("visits", "上门次数"),
  INCIDENT("incidents", "服务事件"),
  /** Places that users take and give back. */
  SEAT("seats", "席位"),
  /** Periods of use, such as years of an update licence. */
  TERM("terms", "期限"),
  /** Consumables that are counted, such as toner. */
  PIECE("pieces", "件");

  private final Label label;

  EntitlementUnit(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }

  /** Whether there are whole ones only. */
  public boolean whole() {
    return this != HOUR;
  }
}
