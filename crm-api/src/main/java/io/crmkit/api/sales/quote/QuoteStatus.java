package io.crmkit.api.sales.quote;

/** How far a revision of a quote has come. */
public enum QuoteStatus {
  /** Being written; the only status in which its lines can change. */
  DRAFT,
  /** Waiting for somebody who may approve its discount. */
  SUBMITTED,
  /** May be sent; nothing changes any more. */
  APPROVED,
  /** With the customer. */
  SENT,
  ACCEPTED,
  REJECTED,
  /** Its last day has passed without an answer. */
  EXPIRED,
  /** A later revision has taken its place. */
  SUPERSEDED
}
