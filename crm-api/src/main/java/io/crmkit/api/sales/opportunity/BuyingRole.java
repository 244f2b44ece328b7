package io.crmkit.api.sales.opportunity;

/** The part that a contact plays in one purchase. */
public enum BuyingRole {
  /** Will use what is bought. */
  USER,
  /** Compares and recommends. */
  EVALUATOR,
  /** Handles the matter: papers, dates, signatures. */
  HANDLER,
  /** Decides. */
  DECISION_MAKER,
  /** Holds the budget. */
  BUDGET_HOLDER,
  /** Lets others through, or not. */
  GATEKEEPER
}
