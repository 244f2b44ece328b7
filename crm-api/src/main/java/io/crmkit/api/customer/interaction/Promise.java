package io.crmkit.api.customer.interaction;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was promised.
 *
 * @param promisedBy who promised it
 * @param text what, 1 to 500 characters
 * @param due the day by which it is to be kept
 * @param keptAt when it was kept; null as long as it is open
 */
@RecordBuilder
public record Promise(By promisedBy, String text, LocalDate due, @Nullable Instant keptAt)
    implements PromiseBuilder.With {

  /** Who promised. */
  public enum By {
    US,
    CUSTOMER
  }

  public Promise {
    Objects.requireNonNull(promisedBy, "promisedBy");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(due, "due");
  }

  /** We promised it. */
  public static Promise ours(String text, LocalDate due) {
    return new Promise(By.US, text, due, null);
  }

  /** The customer promised it. */
  public static Promise theirs(String text, LocalDate due) {
    return new Promise(By.CUSTOMER, text, due, null);
  }

  public boolean isOpen() {
    return keptAt == null;
  }
}
