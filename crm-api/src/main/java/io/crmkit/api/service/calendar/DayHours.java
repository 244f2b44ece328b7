package io.crmkit.api.service.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The working hours of one day: no shift (closed), one, or several with breaks between them. Kept
 * in order of their beginning. Immutable and thread-safe.
 *
 * @param shifts the shifts, sorted; may be empty, never overlapping
 */
public record DayHours(List<Shift> shifts) {

  /** A day without work. */
  public static final DayHours CLOSED = new DayHours(List.of());

  /** A day of 24 hours. */
  public static final DayHours ALL_DAY = new DayHours(List.of(Shift.ALL_DAY));

  /**
   * @throws IllegalArgumentException if two shifts overlap
   */
  public DayHours {
    List<Shift> sorted = new ArrayList<>(shifts);
    sorted.sort(Comparator.comparing(Shift::from));
    for (int i = 1; i < sorted.size(); i++) {
      Shift earlier = sorted.get(i - 1);
      Shift later = sorted.get(i);
      if (earlier.startSecond() + earlier.lengthInSeconds() > later.startSecond()) {
        throw new IllegalArgumentException("Shifts overlap: " + earlier + " and " + later);
      }
    }
    shifts = List.copyOf(sorted);
  }

  /** The hours made of the given shifts, in any order. */
  public static DayHours of(Shift... shifts) {
    return new DayHours(List.of(shifts));
  }

  /**
   * Reads shifts such as {@code "09:00-12:00 13:30-18:00"}, separated by spaces or commas; an empty
   * text is a closed day.
   *
   * @throws IllegalArgumentException if a shift cannot be read or two overlap
   */
  public static DayHours parse(String text) {
    List<Shift> shifts = new ArrayList<>();
    for (String part : text.trim().split("[\\s,]+", -1)) {
      if (!part.isEmpty()) {
        shifts.add(Shift.parse(part));
      }
    }
    return new DayHours(shifts);
  }

  /** Whether nobody works on this day. */
  public boolean closed() {
    return shifts.isEmpty();
  }

  /** The form that {@link #parse} reads; empty for a closed day. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Shift shift : shifts) {
      text.append(text.length() == 0 ? "" : " ").append(shift);
    }
    return text.toString();
  }
}
