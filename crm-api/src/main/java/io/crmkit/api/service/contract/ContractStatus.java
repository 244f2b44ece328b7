package io.crmkit.api.service.contract;

/**
 * How a service contract stands. Whether its term has begun or is over is a matter of the date, not
 * of the status.
 */
public enum ContractStatus {
  /** Being written; covers nothing yet. */
  DRAFT,
  /** Covers what it says within its term. */
  ACTIVE,
  /** Covers nothing for the time being, because a bill is unpaid, say. */
  SUSPENDED,
  /** Ended before its time. */
  TERMINATED
}
