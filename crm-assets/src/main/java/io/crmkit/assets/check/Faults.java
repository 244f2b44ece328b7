package io.crmkit.assets.check;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the faults of one command, so that all of them are told at once. For one thread.
 *
 * <pre>{@code
 * Faults faults = new Faults();
 * faults.text("sku", command.sku(), 64);
 * faults.orThrow();
 * }</pre>
 */
public final class Faults {

  private static final int MAX_FEATURES = 200;
  private static final int MAX_FEATURE_NAME = 100;
  private static final int MAX_FEATURE_TEXT = 2_000;

  private final List<Fault> found = new ArrayList<>();

  /** One fault. */
  public void add(String path, String problem) {
    found.add(new Fault(path, problem));
  }

  /** A text that must be there: 1 to so many characters, not blank. */
  public void text(String path, String text, int max) {
    if (text.isBlank()) {
      add(path, "must not be blank");
    }
    optional(path, text, max);
  }

  /** A text that may be missing, but is neither too long nor has control characters. */
  public void optional(String path, @Nullable String text, int max) {
    if (text == null) {
      return;
    }
    if (text.length() > max) {
      add(path, "must not be longer than " + max + " characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      add(path, "must not have control characters");
    }
  }

  /** A text that may be missing, and may have several lines. */
  public void lines(String path, @Nullable String text, int max) {
    optional(path, text == null ? null : text.replaceAll("\\r?\\n", " "), max);
  }

  /** A number within bounds, both included. */
  public void between(String path, int number, Bounds bounds) {
    if (number < bounds.least() || number > bounds.most()) {
      add(path, "must be " + bounds.least() + " to " + bounds.most());
    }
  }

  /** Features by name: not too many, not too long, none without a name. */
  public void features(String path, Map<String, String> features) {
    if (features.size() > MAX_FEATURES) {
      add(path, "must not have more than " + MAX_FEATURES + " entries");
    }
    features.forEach(
        (name, text) -> {
          text(path + "[" + name + "]", name, MAX_FEATURE_NAME);
          if (text.length() > MAX_FEATURE_TEXT) {
            add(path + "[" + name + "]", "must not be longer than " + MAX_FEATURE_TEXT);
          }
        });
  }

  /** Everything that was found. */
  public List<Fault> found() {
    return List.copyOf(found);
  }

  /**
   * @throws InvalidInput if anything was found
   */
  public void orThrow() {
    if (!found.isEmpty()) {
      throw new InvalidInput(found);
    }
  }

  /** The least and the most that a number may be. */
  public record Bounds(int least, int most) {}
}
