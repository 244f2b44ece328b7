package io.crmkit.testkit;

import io.crmkit.testkit.storage.TestStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How many contract tests have run on each storage in this JVM. */
final class ContractCounts {

  private static final Map<String, Integer> RAN = new ConcurrentHashMap<>();
  private static final Map<String, Integer> SKIPPED = new ConcurrentHashMap<>();

  private ContractCounts() {}

  static void add(String storage) {
    RAN.merge(storage, 1, Integer::sum);
  }

  static void skip(String storage) {
    SKIPPED.merge(storage, 1, Integer::sum);
  }

  /** What was skipped and why, such as {@code "; MARIADB: 12 skipped, no mariadbd"}; or nothing. */
  static String skipped() {
    return TestStorage.known().stream()
        .filter(s -> SKIPPED.containsKey(s.name()))
        .map(
            s ->
                "; "
                    + s.name()
                    + ": "
                    + SKIPPED.get(s.name())
                    + " skipped, "
                    + s.missing().orElse(""))
        .collect(Collectors.joining());
  }

  static Map<String, Integer> all() {
    return new TreeMap<>(RAN);
  }

  /** Such as {@code "MEMORY=12 H2=12 POSTGRES=12"}, in the order of the storages. */
  static String line(Map<String, Integer> counts) {
    List<String> names = new ArrayList<>(TestStorage.every().stream().map(s -> s.name()).toList());
    counts.keySet().stream().filter(n -> !names.contains(n)).forEach(names::add);
    return names.stream()
        .map(name -> name + "=" + counts.getOrDefault(name, 0))
        .collect(Collectors.joining(" "));
  }

  /** The storages on which fewer tests than the floor ran. */
  static List<String> below(int floor, Map<String, Integer> counts) {
    return TestStorage.every().stream()
        .map(TestStorage::name)
        .filter(name -> counts.getOrDefault(name, 0) < floor)
        .toList();
  }
}
