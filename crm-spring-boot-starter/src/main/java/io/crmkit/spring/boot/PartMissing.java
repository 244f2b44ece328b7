package io.crmkit.spring.boot;

/** A bean that the application must bring is missing. Explained by {@link CrmFailureAnalyzer}. */
final class PartMissing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String action;

  PartMissing(String description, String action) {
    super(description);
    this.action = action;
  }

  /** What to do about it. */
  String action() {
    return action;
  }
}
