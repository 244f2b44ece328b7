package io.crmkit.sales.validation;

import io.crmkit.api.error.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects every fault of a command, so that the caller hears of all of them at once. */
public final class Faults {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 4;

  private final List<InvalidInput.Fault> faults = new ArrayList<>();

  /** Adds a fault. */
  public Faults add(String path, String problem) {
    faults.add(new InvalidInput.Fault(path, problem));
    return this;
  }

  /** The text must be there, not blank, and at most this long. */
  public Faults text(String path, @Nullable String text, int max) {
    if (text == null || text.isBlank()) {
      return add(path, "must not be blank");
    }
    return length(path, text, max);
  }

  /** The text, if there is one, must not be blank and at most this long. */
  public Faults optional(String path, @Nullable String text, int max) {
    return text == null ? this : text(path, text, max);
  }

  /** The text, if there is one, must be at most this long; it may be empty. */
  public Faults length(String path, @Nullable String text, int max) {
    if (text != null && text.length() > max) {
      add(path, "must have at most " + max + " characters");
    }
    return this;
  }

  /** A stable name: lower-case letters, digits and hyphens, at most 60. */
  public Faults code(String path, @Nullable String code) {
    if (code == null || !code.matches("[a-z0-9][a-z0-9-]{0,59}")) {
      add(path, "must be 1 to 60 lower-case letters, digits and hyphens");
    }
    return this;
  }

  /** The number must be at least 0 and at most {@code max}. */
  public Faults upTo(String path, long number, long max) {
    if (number < 0 || number > max) {
      add(path, "must be 0 to " + max);
    }
    return this;
  }

  /** The number must be at least 1 and at most {@code max}. */
  public Faults count(String path, long number, long max) {
    if (number < 1 || number > max) {
      add(path, "must be 1 to " + max);
    }
    return this;
  }

  /** The percentage, if there is one, must be 0 to 100 with at most four decimals. */
  public Faults percent(String path, @Nullable BigDecimal percent) {
    if (percent == null) {
      return this;
    }
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      return add(path, "must be 0 to 100");
    }
    if (percent.stripTrailingZeros().scale() > PERCENT_DECIMALS) {
      return add(path, "must have at most " + PERCENT_DECIMALS + " decimals");
    }
    return this;
  }

  /** Answers need names, and neither names nor answers may be endless. */
  public Faults answers(String path, Map<String, String> answers) {
    if (answers.size() > 500) {
      add(path, "must have at most 500 entries");
    }
    answers.forEach(
        (name, answer) -> {
          text(path, name, 200);
          length(path + "." + name, answer, 20_000);
        });
    return this;
  }

  public List<InvalidInput.Fault> all() {
    return List.copyOf(faults);
  }

  /**
   * @throws InvalidInput with every fault, if there are any
   */
  public void raise() {
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
  }
}
