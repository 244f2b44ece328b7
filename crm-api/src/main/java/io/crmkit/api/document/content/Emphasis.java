package io.crmkit.api.document.content;

/** How text stands out. */
public enum Emphasis {
  /** Bold. */
  BOLD,
  /** Italic. */
  ITALIC,
  /** Underlined. */
  UNDERLINE,
  /** Struck through. */
  STRIKE,
  /** Letters of one width, as in program text. */
  CODE,
  /** Lowered and small. */
  SUBSCRIPT,
  /** Raised and small. */
  SUPERSCRIPT
}
