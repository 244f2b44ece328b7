package io.crmkit.verification.plans;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Searches that are known to have no index, each with the reason why it needs none. */
final class AllowedSearches {

  private final Map<String, String> reasons = new TreeMap<>();

  private AllowedSearches() {}

  /**
   * Reads the list: lines {@code entity path: reason}.
   *
   * @throws IllegalStateException if a line gives no reason
   */
  static AllowedSearches read() {
    AllowedSearches allowed = new AllowedSearches();
    try (InputStream in = AllowedSearches.class.getResourceAsStream("searches-without-index.txt")) {
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
    int colon = line.indexOf(": ");
    if (colon < 0 || line.substring(colon + 2).isBlank()) {
      throw new IllegalStateException("no reason in: " + line);
    }
    reasons.put(line.substring(0, colon), line.substring(colon + 2));
  }

  boolean has(String name) {
    return reasons.containsKey(name);
  }

  Set<String> names() {
    return reasons.keySet();
  }
}
