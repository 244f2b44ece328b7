package io.crmkit.api.sales.lead;

/** How far a lead has come. */
public enum LeadStatus {
  /** Came in; nobody has judged it yet. */
  NEW,
  /** Worth pursuing. */
  QUALIFIED,
  /** Not worth pursuing, for a stated reason; it can be revived. */
  DISQUALIFIED,
  /** Became a customer and an opportunity. */
  CONVERTED
}
