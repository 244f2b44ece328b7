package io.crmkit.api.sales.order;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** How far an order has come. */
public enum OrderStatus implements Labelled {
  /** Ours; the ERP has not answered yet. */
  PLACED("waiting for the ERP", "等待 ERP 处理"),
  /** The ERP has taken it. */
  ACCEPTED("accepted by the ERP", "ERP 已接受"),
  /** The ERP does not take it. */
  REFUSED("refused by the ERP", "ERP 已拒绝"),
  /** Carried out, at least in part: shipped, or done. */
  EXECUTED("carried out, at least in part", "已执行（至少部分）"),
  /** Called off before anything was carried out. */
  CANCELLED("cancelled", "已取消");

  private final Label label;

  OrderStatus(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
