package io.crmkit.api.asset;

/** What becomes of a unit's warranties when it goes to another customer. */
public enum CoverOnTransfer {
  /** They go along: what was promised for the unit holds for whoever has it. */
  CARRY,
  /** They end: the day of the transfer is the first that they do not cover. */
  CLOSE
}
