package io.crmkit.api.product;

/** What a unit is in the structure it belongs to. */
public enum UnitRole {
  /** Machines that work together. */
  SYSTEM,
  /** Works on its own. */
  MACHINE,
  /** Works within a machine. */
  PART
}
