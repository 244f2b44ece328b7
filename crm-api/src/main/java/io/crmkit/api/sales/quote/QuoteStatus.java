package io.crmkit.api.sales.quote;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** How far a revision of a quote has come. */
public enum QuoteStatus implements Labelled {
  /** Being written; the only status in which its lines can change. */
  DRAFT("a draft", "草稿"),
  /** Waiting for somebody who may approve its discount. */
  SUBMITTED("waiting for approval", "待审批"),
  /** May be sent; nothing changes any more. */
  APPROVED("approved", "已批准"),
  /** With the customer. */
  SENT("sent", "已发出"),
  ACCEPTED("accepted", "已接受"),
  REJECTED("rejected", "已拒绝"),
  /** Its last day has passed without an answer. */
  EXPIRED("expired", "已过期"),
  /** A later revision has taken its place. */
  SUPERSEDED("superseded", "已被新版取代");

  private final Label label;

  QuoteStatus(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
