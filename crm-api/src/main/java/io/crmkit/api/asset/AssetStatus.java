package io.crmkit.api.asset;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** Where a unit is in its life. */
public enum AssetStatus implements Labelled {
  /** Title has not passed yet: offered, ordered, or delivered on approval. Not installed base. */
  PROVISIONAL("provisional", "预登记"),
  /** Was provisional; the deal, or this part of it, came to nothing. */
  DISSOLVED("given up", "已解除"),
  /** On its way to the customer, or standing there unpacked. */
  SHIPPED("shipped", "已发货"),
  /** Set up, not yet in use. */
  INSTALLED("installed", "已安装"),
  IN_OPERATION("in operation", "运行中"),
  IN_REPAIR("in repair", "维修中"),
  /** Put aside at the customer's. */
  STORED("stored", "已入库存放"),
  /** Lent to the customer: there, in use or ready for it, and somebody else's. */
  ON_LOAN("on loan", "借用中"),
  /** Given back. */
  RETURNED("returned", "已退回"),
  /** Out of use for good. */
  RETIRED("retired", "已退役"),
  /** Another unit took its place because it failed or was worn. */
  REPLACED("replaced", "已更换"),
  /** A better unit took its place. */
  UPGRADED("upgraded", "已升级"),
  /** Nobody knows where it is. */
  LOST("lost", "已丢失");

  private final Label label;

  AssetStatus(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }

  /** Whether the unit is part of the customer's installed base. */
  public boolean inInstalledBase() {
    return this == SHIPPED
        || this == INSTALLED
        || this == IN_OPERATION
        || this == IN_REPAIR
        || this == STORED
        || this == ON_LOAN;
  }
}
