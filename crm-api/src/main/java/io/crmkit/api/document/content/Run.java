package io.crmkit.api.document.content;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of text in one look.
 *
 * @param text the characters; a line feed breaks the line
 * @param emphasis how it stands out
 * @param link address it leads to, null for none
 */
public record Run(String text, Set<Emphasis> emphasis, @Nullable String link) {

  /** Copies the set. */
  public Run {
    emphasis = Set.copyOf(emphasis);
  }

  /** Plain text. */
  public static Run of(String text) {
    return new Run(text, Set.of(), null);
  }

  /** Bold text. */
  public static Run bold(String text) {
    return new Run(text, Set.of(Emphasis.BOLD), null);
  }

  /** Italic text. */
  public static Run italic(String text) {
    return new Run(text, Set.of(Emphasis.ITALIC), null);
  }

  /** Text that leads to an address. */
  public static Run link(String text, String address) {
    return new Run(text, Set.of(), address);
  }

  /** This run, standing out in one more way. */
  public Run with(Emphasis more) {
    EnumSet<Emphasis> all = EnumSet.of(more);
    all.addAll(emphasis);
    return new Run(text, all, link);
  }
}
