package io.crmkit.api.sales.order;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** How far an order is paid; independent of shipping, since some pay before and some after. */
public enum BillingStatus implements Labelled {
  UNBILLED("not billed", "未开票"),
  INVOICED("invoiced", "已开票"),
  PAID("paid", "已付款");

  private final Label label;

  BillingStatus(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
