package io.crmkit.proposals.word;

/** Where a part begins. */
public enum PartStart {
  /** Where the part before it ends, unless page setups differ. */
  CONTINUE,
  /** On a new page. */
  NEW_PAGE
}
