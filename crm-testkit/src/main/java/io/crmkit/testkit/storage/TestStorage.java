package io.crmkit.testkit.storage;

import java.util.List;
import java.util.ServiceLoader;

/**
 * A storage that contract tests run on. A new one is one implementation with a public constructor,
 * named in {@code META-INF/services}. A storage that cannot be had on this machine throws from
 * {@link #open}: the tests then fail, they are never skipped.
 */
public interface TestStorage {

  /** Short, in upper case, as shown in the names of the tests. */
  String name();

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
   * Every storage, in the order in which tests run. The system property {@code crmkit.storages}
   * (names with commas) narrows them while one works on a test; the count of contract tests then
   * falls below its floor.
   *
   * @throws IllegalStateException if the property names a storage that is not there
   */
  static List<TestStorage> every() {
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
