package io.crmkit.testkit.storage;

import io.crmkit.api.CrmBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * Any PostgreSQL, or what speaks like it, on which the contract suites and the story shall run
 * instead of the one that the build brings along: {@code
 * -Dcrmkit.test.postgres.url=jdbc:postgresql://host/db?user=..&password=..}. All engines share its
 * one schema, whatever else is in it, and no database is created. With {@code
 * -Dcrmkit.test.postgres.schema=validate} the tables are made beforehand and only looked at; by
 * default, what is missing is made.
 */
public final class GivenPostgres {

  static final String URL = "crmkit.test.postgres.url";
  static final String SCHEMA = "crmkit.test.postgres.schema";

  private GivenPostgres() {}

  /** Whether there is one. */
  public static boolean isGiven() {
    return !System.getProperty(URL, "").isBlank();
  }

  /** A pool on it; empty if none is given. */
  public static Optional<TestPlace> place() {
    if (!isGiven()) {
      return Optional.empty();
    }
    DatabasePlace place = DatabasePlace.at(System.getProperty(URL), null);
    CrmBuilder.Schema mode =
        CrmBuilder.Schema.valueOf(
            System.getProperty(SCHEMA, "migrate").strip().toUpperCase(Locale.ROOT));
    return Optional.of(mode == CrmBuilder.Schema.VALIDATE ? place.validating() : place);
  }
}
