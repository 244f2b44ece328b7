package io.crmkit.service.common;

import io.crmkit.api.error.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a command, so that it is told at once. */
public final class InputFaults {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_CODE = 64;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

  private static final Instant FIRST_MOMENT = Instant.EPOCH;
  private static final Instant LAST_MOMENT = Instant.parse("2200-01-01T00:00:00Z");

  private final List<InvalidInput.Fault> faults = new ArrayList<>();

  /** A text that must be there. */
  public InputFaults text(String path, String text, int longest) {
    if (text.isBlank()) {
      fault(path, "must not be empty");
    }
    return optionalText(path, text, longest);
  }

  /** A text that may be empty or not there. */
  public InputFaults optionalText(String path, @Nullable String text, int longest) {
    if (text != null && text.length() > longest) {
      fault(path, "must have at most " + longest + " characters");
    }
    return this;
  }

  /** A name that may be missing, but not blank. */
  public InputFaults optionalName(String path, @Nullable String text, int longest) {
    return text == null ? this : text(path, text, longest);
  }

  /** A code: lower-case words joined by hyphens. */
  public InputFaults code(String path, String code) {
    if (!CODE.matcher(code).matches() || code.length() > LONGEST_CODE) {
      fault(path, "must be lower-case words joined by hyphens, at most 64 characters");
    }
    return this;
  }

  /** A date that every storage can keep. */
  public InputFaults date(String path, LocalDate date) {
    if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
      fault(path, "must lie between " + EARLIEST + " and " + LATEST);
    }
    return this;
  }

  /** A moment near enough that walking through its days is no burden. */
  public InputFaults moment(String path, Instant moment) {
    if (moment.isBefore(FIRST_MOMENT) || moment.isAfter(LAST_MOMENT)) {
      fault(path, "must lie between " + FIRST_MOMENT + " and " + LAST_MOMENT);
    }
    return this;
  }

  /** A list of bounded length. */
  public InputFaults size(String path, List<?> list, int longest) {
    if (list.size() > longest) {
      fault(path, "must have at most " + longest + " entries");
    }
    return this;
  }

  /**
   * Ends the check.
   *
   * @throws InvalidInput with every fault, if there is one
   */
  public void orThrow() {
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
  }

  /** Anything else that is wrong. */
  public InputFaults fault(String path, String problem) {
    faults.add(new InvalidInput.Fault(path, problem));
    return this;
  }
}
