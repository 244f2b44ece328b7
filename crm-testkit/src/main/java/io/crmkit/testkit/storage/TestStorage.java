package io.crmkit.testkit.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A storage that contract tests run on. A new one is one implementation with a public constructor,
 * named in {@code META-INF/services}. A storage that needs what is not on every machine says so by
 * {@link #missing()}: there its tests are skipped, and counted as such, unless it {@linkplain
 * #required is required}. Whatever else goes wrong throws from {@link #open}: the tests then fail.
 */
public interface TestStorage {

  /** Short, in upper case, as shown in the names of the tests. */
  String name();

  /** What has to be installed on this machine before {@link #open} can work; empty if nothing. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** A new and empty place for data, kept apart from all others. Whatever is costly starts here. */
  TestPlace open();

  /**
   * A place that may be shared with other tests and with earlier runs: whoever uses it keeps to
   * tenants of his own. On PostgreSQL it can be any database, see {@link GivenPostgres}; new and
   * empty by default.
   */
  default TestPlace shared() {
    return open();
  }

  /**
   * Whether a missing storage is a failure: the system property {@code crmkit.storages.required} or
   * the environment's {@code CRMKIT_STORAGES_REQUIRED} names it (names with commas), or {@code
   * crmkit.storages} asks for it by name.
   */
  default boolean required() {
    return Stream.of(
            System.getProperty("crmkit.storages.required", ""),
            Optional.ofNullable(System.getenv("CRMKIT_STORAGES_REQUIRED")).orElse(""),
            System.getProperty("crmkit.storages", ""))
        .flatMap(names -> Arrays.stream(names.split(",")))
        .anyMatch(name -> name.strip().equals(name()));
  }

  /** Whether tests run on it here, be it only to fail because it is missing. */
  default boolean wanted() {
    return missing().isEmpty() || required();
  }

  /**
   * Every storage that is {@linkplain #wanted wanted}, in the order in which tests run. The system
   * property {@code crmkit.storages} (names with commas) narrows them while one works on a test;
   * the count of contract tests then falls below its floor.
   *
   * @throws IllegalStateException if the property names a storage that is not there
   */
  static List<TestStorage> every() {
    return known().stream().filter(TestStorage::wanted).toList();
  }

  /** Like {@link #every}, with those that are missing on this machine. */
  static List<TestStorage> known() {
    List<TestStorage> all =
        ServiceLoader.load(TestStorage.class, TestStorage.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    String wanted = System.getProperty("crmkit.storages", "");
    if (wanted.isBlank()) {
      return all;
    }
    return List.of(wanted.split(",")).stream().map(name -> named(all, name.strip())).toList();
  }

  private static TestStorage named(List<TestStorage> all, String name) {
    return all.stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such storage: " + name));
  }
}
