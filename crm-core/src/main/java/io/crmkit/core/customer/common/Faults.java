package io.crmkit.core.customer.common;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.InvalidInput.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects every fault of a command, so that the caller hears of all at once. */
public final class Faults {

  /** The days that every database can keep. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final Instant FIRST_MOMENT = start(FIRST_DAY.plusDays(1));
  private static final Instant LAST_MOMENT = start(LAST_DAY.minusDays(1));

  private final List<Fault> found = new ArrayList<>();

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public void add(String path, String problem) {
    found.add(new Fault(path, problem));
  }

  /** A text of one line that must be there. */
  public void required(String path, @Nullable String text, int max) {
    if (text == null || text.isBlank()) {
      add(path, "is missing");
    } else {
      line(path, text, max);
    }
  }

  /** A text of one line, if it is there. */
  public void line(String path, @Nullable String text, int max) {
    check(path, text, max, false);
  }

  /** A text that may have several lines, if it is there. */
  public void lines(String path, @Nullable String text, int max) {
    check(path, text, max, true);
  }

  private void check(String path, @Nullable String text, int max, boolean lines) {
    if (text == null) {
      return;
    }
    if (text.length() > max) {
      add(path, "has more than " + max + " characters");
    }
    int character;
    for (int i = 0; i < text.length(); i += Character.charCount(character)) {
      character = text.codePointAt(i);
      if (isUnfit(character, lines)) {
        add(path, "has characters that are not text");
        return;
      }
    }
  }

  /** Databases refuse NUL and halves of surrogate pairs; other control characters are no text. */
  private static boolean isUnfit(int character, boolean lines) {
    if (lines && (character == '\n' || character == '\r' || character == '\t')) {
      return false;
    }
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  /** A day that every database can keep. */
  public void day(String path, @Nullable LocalDate day) {
    if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
      add(path, "must lie in the years 1 to 9999");
    }
  }

  /** A moment that every database can keep. */
  public void moment(String path, @Nullable Instant moment) {
    if (moment != null && (moment.isBefore(FIRST_MOMENT) || moment.isAfter(LAST_MOMENT))) {
      add(path, "must lie in the years 1 to 9999");
    }
  }

  public void range(String path, @Nullable Integer number, int min, int max) {
    if (number != null && (number < min || number > max)) {
      add(path, "must be " + min + " to " + max);
    }
  }

  public void atMost(String path, Collection<?> list, int max) {
    if (list.size() > max) {
      add(path, "has more than " + max + " entries");
    }
  }

  public List<Fault> found() {
    return List.copyOf(found);
  }

  /**
   * @throws InvalidInput with every fault, if there is one
   */
  public void orThrow() {
    if (!found.isEmpty()) {
      throw new InvalidInput(found);
    }
  }

  /** The text without white space at its ends; null if nothing is left. */
  public static @Nullable String clean(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
