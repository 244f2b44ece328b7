package io.crmkit.assets.environment;

import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentChangeKind;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentValue;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.RecordEnvironmentChange;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.assets.check.Faults;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said of an environment must be well-formed. Pure. */
final class EnvironmentRules {

  private static final int MAX_KEY = 200;
  private static final int MAX_TEXT = 2_000;
  private static final int MAX_VERSION = 100;
  private static final int MAX_VENDOR = 200;
  private static final int MAX_NOTE = 1_000;

  private EnvironmentRules() {}

  static void check(RecordSnapshot command) {
    Faults faults = new Faults();
    if (command.covers().isEmpty()) {
      faults.add("covers", "must not be empty");
    }
    faults.optional("note", command.note(), MAX_NOTE);
    if (command.items().size() > Environments.MAX_ITEMS) {
      // Whoever sends that many is told so, and not of each of them.
      faults.add("items", "must not be more than " + Environments.MAX_ITEMS);
    } else {
      checkItems(faults, command);
    }
    faults.orThrow();
  }

  private record Place(EnvironmentCategory category, String key) {}

  private static void checkItems(Faults faults, RecordSnapshot command) {
    Set<Place> seen = new HashSet<>();
    List<EnvironmentItem> items = command.items();
    for (int i = 0; i < items.size(); i++) {
      EnvironmentItem item = items.get(i);
      String path = "items[" + i + "]";
      if (!command.covers().contains(item.category())) {
        faults.add(path + ".category", "must be among what the snapshot covers");
      }
      faults.text(path + ".key", item.key(), MAX_KEY);
      if (!seen.add(new Place(item.category(), item.key()))) {
        faults.add(path + ".key", "must be there only once in its category");
      }
      checkValue(faults, path + ".value", item.value());
    }
  }

  static void check(RecordEnvironmentChange command) {
    Faults faults = new Faults();
    faults.text("key", command.key(), MAX_KEY);
    faults.optional("note", command.note(), MAX_NOTE);
    EnvironmentValue value = command.value();
    boolean removed = command.kind() == EnvironmentChangeKind.REMOVED;
    if (value == null && !removed) {
      faults.add("value", "must be there");
    }
    if (value != null && removed) {
      faults.add("value", "must not be there if the item was removed");
    }
    if (value != null) {
      checkValue(faults, "value", value);
    }
    faults.orThrow();
  }

  private static void checkValue(Faults faults, String path, EnvironmentValue value) {
    faults.optional(path + ".text", value.text(), MAX_TEXT);
    given(faults, path + ".version", value.version(), MAX_VERSION);
    given(faults, path + ".vendor", value.vendor(), MAX_VENDOR);
  }

  /** A text that may be missing; if it is there, it says something. */
  private static void given(Faults faults, String path, @Nullable String text, int max) {
    if (text != null) {
      faults.text(path, text, max);
    }
  }

  /** What is true only later cannot have been found yet. */
  static void checkTime(Instant at, Instant now) {
    if (at.isAfter(now)) {
      Faults faults = new Faults();
      faults.add("occurredAt", "must not be in the future");
      faults.orThrow();
    }
  }
}
