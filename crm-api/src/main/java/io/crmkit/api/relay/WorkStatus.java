package io.crmkit.api.relay;

/** How a delivery or a timer stands. */
public enum WorkStatus {
  /** To be done when it is due. */
  WAITING,
  /**
   * Behind another delivery of its queue, which failed; taken up as soon as that is out of the way.
   */
  HELD,
  /** Nobody here does it: no loaded module knows its id, or the module is off for the tenant. */
  SUSPENDED,
  /** Given up after too many failures, until somebody retries or discards it. */
  PARKED
}
