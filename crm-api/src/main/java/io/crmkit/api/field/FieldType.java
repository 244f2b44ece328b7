package io.crmkit.api.field;

/** What a custom field holds. */
public enum FieldType {
  /** Text; several lines, if it is not searchable. */
  TEXT,
  /** A decimal number of at most 15 digits before the point and 8 behind it. */
  NUMBER,
  /** An amount in a currency. */
  MONEY,
  /** A day. */
  DATE,
  /** A moment, to the microsecond. */
  INSTANT,
  YES_NO,
  /** One of the choices that the definition lists. */
  CHOICE,
  /** Any number of the choices that the definition lists. */
  CHOICES,
  /** The id of a record of another entity. */
  REFERENCE
}
