package io.crmkit.verification.plans;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Statements that read much because much is asked, each with the reason. */
final class AllowedStatements {

  private static final String LIST = "statements-without-index.txt";

  private final Map<String, String> reasons = new TreeMap<>();
  private final Set<String> used = new TreeSet<>();

  private AllowedStatements() {}

  /**
   * Reads the list: lines {@code part of a statement => reason}.
   *
   * @throws IllegalStateException if a line gives no reason
   */
  static AllowedStatements read() {
    AllowedStatements allowed = new AllowedStatements();
    try (InputStream in = AllowedStatements.class.getResourceAsStream(LIST)) {
      new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(allowed::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return allowed;
  }

  private void add(String line) {
    String[] parts = line.split(" => ", 2);
    if (parts.length < 2 || parts[1].isBlank()) {
      throw new IllegalStateException("no reason in: " + line);
    }
    reasons.put(parts[0], parts[1]);
  }

  boolean has(String sql) {
    boolean found = false;
    for (String part : reasons.keySet()) {
      if (sql.contains(part)) {
        used.add(part);
        found = true;
      }
    }
    return found;
  }

  /** Those that were not asked for so far. */
  Set<String> idle() {
    Set<String> idle = new TreeSet<>(reasons.keySet());
    idle.removeAll(used);
    return idle;
  }
}
