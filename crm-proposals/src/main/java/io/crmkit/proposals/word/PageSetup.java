package io.crmkit.proposals.word;

/** Whose page setup, headers and footers the pages of a part have. */
public enum PageSetup {
  /**
   * The master's. The part's content runs on in the master's last section; only pages that the part
   * turned to landscape or set in columns stay so, under the master's headers and footers.
   */
  MASTER,
  /** The part's own, in sections of their own. Page numbers run on. Only for Word files. */
  OWN
}
