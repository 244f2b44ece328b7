package io.crmkit.proposals.word;

/** What to do about merge fields that cannot be filled. */
public enum UnfilledFields {
  /** Refuse, naming all of them. */
  FAIL,
  /** Leave them visible, on yellow, and report them in the result. */
  MARK
}
