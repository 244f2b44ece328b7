package io.crmkit.api.proposal;

/** Where a proposal stands. */
public enum ProposalStatus {
  /** Being written; the only state in which the tree may change. */
  DRAFT,
  /** Finished by its authors, being read; nothing changes meanwhile. */
  IN_REVIEW,
  /** Given to the customer; never changes again. */
  ISSUED,
  /** Given up; never changes again. */
  WITHDRAWN
}
