package io.crmkit.api.asset;

/** What can happen to a unit of the installed base; which step is possible, its status says. */
public enum AssetStep {
  /** It is set up; warranties that wait for the installation begin. */
  INSTALL,
  /** It is put, or put back, into use. */
  START,
  /** It fails and is taken into repair. */
  TAKE_INTO_REPAIR,
  /** The repair is done. */
  FINISH_REPAIR,
  /** It is put aside. */
  STORE,
  /** It is given back to whom it came from. */
  RETURN,
  /** It goes out of use for good. */
  RETIRE,
  /** It cannot be found. */
  LOSE,
  /** It turns up again. */
  FIND
}
