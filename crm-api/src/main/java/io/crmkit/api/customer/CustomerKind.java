package io.crmkit.api.customer;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** What a customer is. */
public enum CustomerKind implements Labelled {
  /** A company, an authority, a school: whatever people work for. */
  ORGANIZATION("an organization", "单位"),
  /** A human being, as a customer or as somebody who works for one. */
  PERSON("a person", "个人");

  private final Label label;

  CustomerKind(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
