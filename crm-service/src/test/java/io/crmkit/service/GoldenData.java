package io.crmkit.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.Shift;
import io.crmkit.api.service.calendar.SpecialDay;
import io.crmkit.api.service.calendar.WeeklyHours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the reference data that may lie beside the repository; it is never copied into it. */
public final class GoldenData {

  private static final Path FOLDER = Path.of("shared", "data", "business-hours");

  /** One row of the reference: what a budget and a stretch of time amount to. */
  public record Row(
      String calendar,
      Instant start,
      Instant end,
      List<Pause> pauses,
      Duration worked,
      Duration budget,
      Instant due) {}

  /** A stretch of time that does not count. */
  public record Pause(Instant from, Instant to) {}

  private final Path folder;

  private GoldenData(Path folder) {
    this.folder = folder;
  }

  /** Walks up from the working directory; empty where the data is absent. */
  public static Optional<GoldenData> locate() {
    Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    for (; at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(FOLDER).resolve("golden.csv"))) {
        return Optional.of(new GoldenData(at.resolve(FOLDER)));
      }
    }
    return Optional.empty();
  }

  public List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(folder.resolve("golden.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      rows.add(
          new Row(
              cells[0],
              instant(cells[2]),
              instant(cells[3]),
              pauses(cells[4]),
              Duration.ofMinutes(Long.parseLong(cells[5])),
              Duration.ofMinutes(Long.parseLong(cells[6])),
              instant(cells[7])));
    }
    return rows;
  }

  public Map<String, BusinessCalendar> calendars() throws IOException {
    Map<String, BusinessCalendar> calendars = new HashMap<>();
    JsonNode root = new ObjectMapper().readTree(folder.resolve("calendars.json").toFile());
    root.fields()
        .forEachRemaining(entry -> calendars.put(entry.getKey(), calendar(entry.getValue())));
    return calendars;
  }

  private static BusinessCalendar calendar(JsonNode node) {
    List<Shift> shifts = new ArrayList<>();
    node.get("daily_minutes")
        .forEach(pair -> shifts.add(new Shift(time(pair.get(0)), time(pair.get(1)))));
    DayHours hours = new DayHours(shifts);
    Set<DayOfWeek> weekdays = new HashSet<>();
    node.get("weekdays_monday0").forEach(day -> weekdays.add(DayOfWeek.of(day.asInt() + 1)));
    BusinessCalendar calendar =
        BusinessCalendar.of(
            ZoneId.of(node.get("zone").asText()), WeeklyHours.CLOSED.with(weekdays, hours));
    for (JsonNode date : node.get("closed_dates")) {
      calendar = calendar.withHoliday(LocalDate.parse(date.asText()), "holiday");
    }
    for (JsonNode date : node.get("make_up_workdays")) {
      calendar = calendar.with(new SpecialDay(LocalDate.parse(date.asText()), "", hours));
    }
    return calendar;
  }

  private static LocalTime time(JsonNode minute) {
    return LocalTime.ofSecondOfDay(minute.asInt() % 1440 * 60L);
  }

  private static List<Pause> pauses(String cell) {
    List<Pause> pauses = new ArrayList<>();
    for (String pause : cell.split(";", -1)) {
      if (!pause.isEmpty()) {
        String[] ends = pause.split("/", -1);
        pauses.add(new Pause(instant(ends[0]), instant(ends[1])));
      }
    }
    return pauses;
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
