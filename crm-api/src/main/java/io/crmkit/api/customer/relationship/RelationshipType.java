package io.crmkit.api.customer.relationship;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** How one customer is related to another. */
public enum RelationshipType implements Labelled {
  /** The other one owns it. */
  LEGAL_PARENT(Shape.HIERARCHY, new Label("legal parent", "母公司")),
  /** The other one pays its invoices. */
  BILLING_PARENT(Shape.HIERARCHY, new Label("billing parent", "付款上级")),
  /** The other one arranges its service. */
  SERVICE_PARENT(Shape.HIERARCHY, new Label("service parent", "服务上级")),
  /** They work together. */
  PARTNER(Shape.MUTUAL, new Label("partner", "合作伙伴")),
  /** They compete. */
  COMPETITOR(Shape.MUTUAL, new Label("competitor", "竞争对手"));

  private enum Shape {
    HIERARCHY,
    MUTUAL
  }

  private final Shape shape;
  private final Label label;

  RelationshipType(Shape shape, Label label) {
    this.shape = shape;
    this.label = label;
  }

  /** Whether the other one stands above: one parent at a time, and never in a circle. */
  public boolean isHierarchy() {
    return shape == Shape.HIERARCHY;
  }

  @Override
  public Label label() {
    return label;
  }
}
