package io.crmkit.proposals.word;

/** Whose styles the text of a Word file takes. */
public enum Look {
  /**
   * The master's for built-in styles (headings, normal text, lists); a style that the part's author
   * made himself is kept, under a new name where the master has another one of that name.
   */
  MASTER,
  /** The part's own for everything; styles that differ come along under new names. */
  OWN
}
