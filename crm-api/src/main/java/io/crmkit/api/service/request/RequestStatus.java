package io.crmkit.api.service.request;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** How a service request stands. */
public enum RequestStatus implements Labelled {
  NEW("new", "新建"),
  /** Somebody is responsible. */
  ASSIGNED("assigned", "已分派"),
  IN_PROGRESS("in progress", "处理中"),
  /** Nobody can go on until something comes from elsewhere. */
  WAITING("waiting", "等待"),
  /** A solution was given; the customer has not agreed yet. */
  RESOLVED("resolved", "已解决"),
  /** The solution did not hold. */
  REOPENED("reopened", "重新打开"),
  /** The customer agreed. */
  CLOSED("closed", "已关闭"),
  /** Withdrawn, or opened by mistake. */
  CANCELLED("cancelled", "已取消");

  private final Label label;

  RequestStatus(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }

  /** Whether work is still to be done. */
  public boolean open() {
    return this != RESOLVED && this != CLOSED && this != CANCELLED;
  }
}
