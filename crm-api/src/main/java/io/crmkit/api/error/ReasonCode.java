package io.crmkit.api.error;

/**
 * Why something was refused, as a stable code with its texts. Each module declares its codes in one
 * enum; they are unique across modules (checked at start).
 */
public interface ReasonCode {

  /** The stable code, {@code module.words-with-hyphens}; it never changes once released. */
  String code();

  /** The English text; <code>{name}</code> stands for the reason's detail of that name. */
  String english();

  /** The Chinese text, with the same details. */
  String chinese();
}
