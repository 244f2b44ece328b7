package io.crmkit.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * All modules' tables have the same columns, nullness, keys and indexes on every database, under
 * the type mapping that {@code docs/databases.md} tells hosts.
 */
class SchemaParityTest {

  /** The one that every script is written for first. */
  private static final String NORM = "POSTGRES";

  /**
   * What may be in a database and not in the others: H2 and MariaDB make an index for each foreign
   * key that no other index serves; PostgreSQL does not. PostgreSQL has indexes by bytes for texts
   * that are searched by range and beginning, since its other indexes are sorted by the collation
   * of the database; MariaDB's columns are sorted by bytes themselves, and H2 has no such index.
   */
  private static boolean excepted(String storage, String line) {
    return storage.equals(NORM) ? line.endsWith(" by bytes") : line.endsWith(" of a foreign key");
  }

  private static SortedMap<String, SortedSet<String>> schemas() throws SQLException {
    SortedMap<String, SortedSet<String>> schemas = new TreeMap<>();
    for (TestStorage storage : TestStorage.every()) {
      try (TestPlace place = storage.open()) {
        if (place.dataSource().isPresent()) {
          CrmBuilder builder = Crm.builder(AccessPolicy.allowAll());
          place.configure(builder.delivery(CrmBuilder.Delivery.MANUAL));
          builder.open().close();
          DataSource database = place.dataSource().orElseThrow();
          schemas.put(storage.name(), NeutralSchema.of(database));
        }
      }
    }
    return schemas;
  }

  @TestFactory
  Stream<DynamicTest> theTablesAreTheSameOnEveryDatabase() throws SQLException {
    Map<String, SortedSet<String>> schemas = schemas();
    SortedSet<String> norm = schemas.get(NORM);
    assertThat(norm).as("tables of all modules").hasSizeGreaterThan(700);
    return schemas.keySet().stream()
        .map(
            storage ->
                DynamicTest.dynamicTest(
                    storage,
                    () -> {
                      SortedSet<String> lines = schemas.get(storage);
                      assertThat(norm)
                          .as("only in " + NORM)
                          .filteredOn(l -> !lines.contains(l) && !excepted(NORM, l))
                          .isEmpty();
                      assertThat(lines)
                          .as("only in " + storage)
                          .filteredOn(l -> !norm.contains(l) && !excepted(storage, l))
                          .isEmpty();
                    }));
  }

  /** A type by its own name means that the mapping does not know it. */
  @Test
  void everyColumnHasATypeOfTheMapping() throws SQLException {
    String type =
        "\\$\\{(text|json|bytes|uuid|instant)}|varchar\\(\\d+\\)|decimal\\((19,4|23,8)\\)"
            + "|int|bigint|boolean|date";
    schemas()
        .forEach(
            (storage, lines) ->
                assertThat(lines)
                    .as(storage)
                    .filteredOn(l -> !l.contains("(tenant_id") && !l.contains(": check "))
                    .filteredOn(l -> !l.contains(": index ("))
                    .filteredOn(
                        l -> !l.matches("crm_\\w+: \\w+ (" + type + ")( not null)?( default .*)?"))
                    .isEmpty());
  }

  @Test
  void theDocumentTellsTheMapping() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../docs/databases.md"));
    for (String placeholder : List.of("instant", "uuid", "json", "bytes", "text")) {
      String row =
          lines.stream()
              .filter(l -> l.startsWith("| `${" + placeholder + "}`"))
              .findFirst()
              .orElse("no row for " + placeholder);
      for (Dialect dialect : Dialect.values()) {
        assertThat(row).contains("`" + dialect.placeholders().get(placeholder) + "`");
      }
    }
  }
}
