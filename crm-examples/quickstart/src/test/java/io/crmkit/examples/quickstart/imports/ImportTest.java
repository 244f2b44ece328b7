package io.crmkit.examples.quickstart.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.relationship.HierarchyQuestion;
import io.crmkit.api.customer.relationship.RelationshipType;
import io.crmkit.api.customer.relationship.Relationships;
import io.crmkit.api.product.Products;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportTest {

  private static final String REAL = "shared/data/crm-opportunities";

  @TempDir Path folder;
  @TempDir Path out;

  /** Work with a session of a fresh tenant. */
  private interface Body {
    void run(CrmSession session) throws Exception;
  }

  private static void on(String storage, Body body) throws Exception {
    TestStorage found =
        TestStorage.every().stream()
            .filter(s -> s.name().equals(storage))
            .findFirst()
            .orElseThrow();
    try (TestPlace place = found.open()) {
      var builder = Crm.builder(AccessPolicy.allowAll());
      place.configure(builder);
      try (Crm crm = builder.open()) {
        body.run(crm.session(new TenantId("i-" + UUID.randomUUID()), Actor.of("importer")));
      }
    }
  }

  static List<String> storages() {
    return TestStorage.every().stream().map(TestStorage::name).toList();
  }

  @ParameterizedTest
  @MethodSource("storages")
  void what_the_database_says_equals_what_was_generated(String storage) throws Exception {
    GeneratedFolder given = GeneratedFolder.clean(folder, 7, 1_300);
    on(
        storage,
        session -> {
          Import run = Import.run(session, folder, out);

          assertThat(run.problems()).isZero();
          assertEquals(Figures.of(session), given);
          assertThat(run.result().deals().added()).isEqualTo(1_300);
          assertThat(run.result().withoutAccount()).isEqualTo(given.withoutAccount);
          assertThat(run.result().withoutEngageDate()).isEqualTo(given.withoutEngageDate);
          assertThat(run.progress()).containsExactly(500L, 1_000L, 1_300L);
        });
  }

  @Test
  void the_second_run_creates_nothing() throws Exception {
    GeneratedFolder given = GeneratedFolder.dirty(folder, 8, 1_200);
    on(
        "H2",
        session -> {
          Import first = Import.run(session, folder, out);
          long customers = session.get(Customers.class).count(Criteria.all());

          Import second = Import.run(session, folder, out);

          assertThat(second.result().accounts().added()).isZero();
          assertThat(second.result().accounts().changed()).isZero();
          assertThat(second.result().products().added()).isZero();
          assertThat(second.result().deals().added()).isZero();
          assertThat(second.result().deals().present()).isEqualTo(first.result().deals().added());
          assertThat(session.get(Customers.class).count(Criteria.all())).isEqualTo(customers);
          assertEquals(Figures.of(session), given);
        });
  }

  @Test
  void every_row_that_cannot_be_taken_is_reported_with_file_line_and_field() throws Exception {
    GeneratedFolder given = GeneratedFolder.dirty(folder, 9, 1_000);
    on(
        "MEMORY",
        session -> {
          Import run = Import.run(session, folder, out);

          assertThat(reported()).containsExactlyInAnyOrderElementsOf(given.problems);
          assertThat(run.problems()).isEqualTo(given.problems.size());
          assertEquals(Figures.of(session), given);
        });
  }

  @Test
  void aliases_are_applied_and_counted() throws Exception {
    GeneratedFolder given = GeneratedFolder.clean(folder, 10, 700);
    on(
        "MEMORY",
        session -> {
          Import run = Import.run(session, folder, out);

          assertThat(run.mapping().used())
              .containsExactlyInAnyOrderEntriesOf(
                  Map.of(
                      new Mapping.Alias("product", "LampPro", "Lamp Pro"),
                      given.misspeltProducts,
                      new Mapping.Alias("sector", "technolgy", "technology"),
                      given.misspeltSectors));
          assertThat(session.get(Customers.class).search(Query.<Customer>everything()).items())
              .extracting(customer -> customer.profile().sector())
              .contains("technology")
              .doesNotContain("technolgy");
        });
  }

  @Test
  void customers_hang_below_their_parents_wherever_those_stand_in_the_file() throws Exception {
    GeneratedFolder given = GeneratedFolder.clean(folder, 11, 10);
    on(
        "MEMORY",
        session -> {
          Import.run(session, folder, out);

          Customers customers = session.get(Customers.class);
          assertThat(given.parents).isNotEmpty();
          given.parents.forEach(
              (child, parent) ->
                  assertThat(
                          session
                              .get(Relationships.class)
                              .hierarchy(
                                  new HierarchyQuestion(
                                      customers.byExternalId(child).orElseThrow().id(),
                                      RelationshipType.LEGAL_PARENT,
                                      session.today()))
                              .above())
                      .first()
                      .isEqualTo(customers.byExternalId(parent).orElseThrow().id()));
        });
  }

  @Test
  void an_opportunity_keeps_its_owner_product_dates_and_value() throws Exception {
    GeneratedFolder.clean(folder, 12, 1);
    Files.writeString(
        folder.resolve("sales_pipeline.csv"),
        """
        opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
        X1,Agent 4,LampPro,Account 3,Won,2016-10-20,2017-03-01,1054
        """);
    on(
        "MEMORY",
        session -> {
          Import.run(session, folder, out);

          Opportunities opportunities = session.get(Opportunities.class);
          Opportunity taken =
              opportunities
                  .page(Query.where(OpportunityAttributes.EXTERNAL_ID.eq("X1")))
                  .items()
                  .get(0);
          assertThat(taken.owner().person()).isEqualTo("Agent 4");
          assertThat(taken.owner().team()).isEqualTo("Manager 0");
          assertThat(taken.owner().region()).isEqualTo("South");
          assertThat(taken.deal().amount().amount()).isEqualByComparingTo("1054");
          assertThat(taken.deal().product())
              .isEqualTo(session.get(Products.class).findBySku("Lamp Pro").orElseThrow().id());
          assertThat(taken.progress().stage()).isEqualTo("won");
          assertThat(taken.progress().closedOn()).isEqualTo(LocalDate.of(2017, 3, 1));
          assertThat(opportunities.stays(taken.id()))
              .extracting(stay -> stay.stage())
              .containsExactly("engaging", "won");
        });
  }

  @Test
  void a_file_without_a_column_is_refused_by_name() throws Exception {
    GeneratedFolder.clean(folder, 13, 1);
    Files.writeString(folder.resolve("products.csv"), "product,price\nLamp One,5\n");
    on(
        "MEMORY",
        session ->
            assertThatThrownBy(() -> Import.run(session, folder, out))
                .isInstanceOf(IOException.class)
                .hasMessage("products.csv lacks the columns series, sales_price"));
  }

  @Test
  void bytes_that_are_no_utf_8_are_not_taken_for_a_name() throws Exception {
    GeneratedFolder.clean(folder, 14, 1);
    Files.write(
        folder.resolve("products.csv"),
        new byte[] {
          'p',
          'r',
          'o',
          'd',
          'u',
          'c',
          't',
          ',',
          's',
          'e',
          'r',
          'i',
          'e',
          's',
          ',',
          's',
          'a',
          'l',
          'e',
          's',
          '_',
          'p',
          'r',
          'i',
          'c',
          'e',
          '\n',
          (byte) 0xE4,
          ',',
          'x',
          ',',
          '1'
        });
    on(
        "MEMORY",
        session ->
            assertThatThrownBy(() -> Import.run(session, folder, out))
                .isInstanceOf(IOException.class));
  }

  @Test
  void a_file_that_breaks_off_is_reported_and_the_rows_before_it_are_taken() throws Exception {
    GeneratedFolder.clean(folder, 15, 30);
    Path file = folder.resolve("sales_pipeline.csv");
    Files.writeString(
        file, Files.readString(file) + "X1,Agent 1,\"Lamp One,,Engaging,2017-01-01,,\n");
    on(
        "MEMORY",
        session -> {
          Import run = Import.run(session, folder, out);

          assertThat(run.result().deals().added()).isEqualTo(30);
          assertThat(reported()).containsExactly("sales_pipeline.csv:32:");
        });
  }

  @Test
  void an_account_whose_parent_is_nowhere_is_taken_without_it_and_reported() throws Exception {
    GeneratedFolder.clean(folder, 16, 1);
    Files.writeString(
        folder.resolve("accounts.csv"),
        """
        account,sector,year_established,revenue,employees,office_location,subsidiary_of
        Orphan Ltd,retail,2000,1,1,Kenya,Nowhere Inc
        """);
    Files.writeString(
        folder.resolve("sales_pipeline.csv"),
        Files.readAllLines(folder.resolve("sales_pipeline.csv")).get(0) + "\n");
    on(
        "MEMORY",
        session -> {
          Import run = Import.run(session, folder, out);

          assertThat(run.result().accounts().added()).isEqualTo(1);
          assertThat(reported()).containsExactly("accounts.csv:2:account");
        });
  }

  @Test
  void a_mapping_that_cannot_be_used_names_everything_wrong_with_it() throws Exception {
    Files.writeString(folder.resolve("mapping.properties"), "currency=XXL\nrevenue.unit=much\n");

    assertThatThrownBy(() -> Mapping.of(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("currency: cannot be used: \"XXL\"")
        .hasMessageContaining("revenue.unit: cannot be used: \"much\"");
  }

  @Test
  void the_real_data_gives_the_totals_that_its_origin_states() throws Exception {
    Optional<Path> real = realFolder();
    assumeTrue(real.isPresent(), "no folder " + REAL + " beside the project");
    on(
        "H2",
        session -> {
          Import run = Import.run(session, real.get(), out);
          Figures figures = Figures.of(session);

          assertThat(run.problems()).isZero();
          assertThat(figures.countByStage())
              .isEqualTo(
                  Map.of("won", 4_238L, "lost", 2_473L, "engaging", 1_589L, "prospecting", 500L));
          assertThat(figures.wonValue()).isEqualByComparingTo("10005534");
          assertThat(figures.wonByQuarter())
              .containsExactly(
                  Map.entry("2017-Q1", new BigDecimal("1134672")),
                  Map.entry("2017-Q2", new BigDecimal("3086111")),
                  Map.entry("2017-Q3", new BigDecimal("2982255")),
                  Map.entry("2017-Q4", new BigDecimal("2802496")));
          assertThat(session.get(Customers.class).count(Criteria.all())).isEqualTo(85);
          assertThat(run.result().products().taken()).isEqualTo(7);
          assertThat(run.result().agents()).isEqualTo(35);
          assertThat(run.result().withoutAccount()).isEqualTo(1_425);
          assertThat(run.result().withoutEngageDate()).isEqualTo(500);
          assertThat(run.mapping().used())
              .containsEntry(new Mapping.Alias("product", "GTXPro", "GTX Pro"), 1_480);
        });
  }

  /** The folder that holds the project, or one above it, may hold the real data, too. */
  private static Optional<Path> realFolder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(folder -> folder.resolve(REAL))
        .filter(Files::isDirectory)
        .findFirst();
  }

  static void assertEquals(Figures figures, GeneratedFolder given) {
    assertThat(figures.countByStage()).isEqualTo(given.countByStage);
    assertThat(figures.wonValue()).isEqualByComparingTo(given.wonValue);
    assertSame(figures.wonByQuarter(), given.wonByQuarter);
    assertSame(figures.wonByProduct(), given.wonByProduct);
    assertSame(figures.wonByRegion(), given.wonByRegion);
  }

  private static void assertSame(Map<String, BigDecimal> found, Map<String, BigDecimal> given) {
    assertThat(found).containsOnlyKeys(given.keySet());
    given.forEach((group, amount) -> assertThat(found.get(group)).isEqualByComparingTo(amount));
  }

  private List<String> reported() throws IOException {
    return Files.readAllLines(out.resolve(Problems.FILE)).stream()
        .skip(1)
        .map(line -> line.split(",", 4))
        .map(cells -> cells[0] + ":" + cells[1] + ":" + cells[2])
        .toList();
  }
}
