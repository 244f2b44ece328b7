package io.crmkit.api.document.content;

/** Where text stands between the margins or in its column. */
public enum Alignment {
  /** Where lines begin: left in most scripts. */
  START,
  /** In the middle. */
  CENTER,
  /** Where lines end: right in most scripts; for numbers and amounts. */
  END
}
