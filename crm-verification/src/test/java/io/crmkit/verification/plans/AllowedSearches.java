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
import java.util.stream.Stream;

/** Searches that are known to have no index, each with the reason why it needs none. */
final class AllowedSearches {

  private static final String BY_BEGINNING = " by beginning";
  private static final String BY_EQUALITY = " by equality";

  private final Map<String, String> reasons = new TreeMap<>();

  private AllowedSearches() {}

  /**
   * Reads the list: lines {@code entity path: reason}, or with {@code by beginning} or {@code by
   * equality} behind the path, if only ranges and beginnings of a text, or only the rest, are left
   * without.
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

  boolean has(Asked asked) {
    return names(asked).anyMatch(reasons::containsKey);
  }

  /** Those that none of these searches needs. */
  Set<String> without(Set<Asked> needed) {
    Set<String> idle = new TreeSet<>(reasons.keySet());
    needed.stream().flatMap(AllowedSearches::names).forEach(idle::remove);
    return idle;
  }

  /** The attribute as a whole, or only by some kinds of criteria. */
  private static Stream<String> names(Asked asked) {
    String name = asked.searched().name();
    return Stream.of(name, name + (asked.byBeginning() ? BY_BEGINNING : BY_EQUALITY));
  }
}
