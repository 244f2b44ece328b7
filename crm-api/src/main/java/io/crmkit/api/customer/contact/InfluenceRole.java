package io.crmkit.api.customer.contact;

/** The part that a contact usually plays when their organization buys. */
public enum InfluenceRole {
  /** Will work with what is bought. */
  USER,
  /** Compares and recommends. */
  EVALUATOR,
  /** Handles the matter from day to day. */
  HANDLER,
  /** Has the last word. */
  DECISION_MAKER
}
