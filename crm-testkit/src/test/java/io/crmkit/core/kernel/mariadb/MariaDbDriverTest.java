package io.crmkit.core.kernel.mariadb;

import static io.crmkit.core.kernel.lab.LabEntities.LABEL;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static io.crmkit.core.kernel.mariadb.MariaDbPlace.lab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Crm;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.value.Bytes;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabQueries;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.spi.work.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the host has told its driver, values and versions are right. */
class MariaDbDriverTest {

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        "useServerPrepStmts=true",
        "useBulkStmts=true",
        "useServerPrepStmts=true&useBulkStmts=true",
        "useAffectedRows=true",
        "allowMultiQueries=true&disablePipeline=true",
        "timezone=-08:00",
        "useServerPrepStmts=true&timezone=-08:00",
        "transformedBitIsBoolean=false&tinyInt1isBit=false",
        "sessionVariables=sql_mode='STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES'"
      })
  void valuesComeBackAndStaleVersionsAreNoticed(String options) {
    try (MariaDbPlace place = MariaDbPlace.open(options);
        Crm crm = place.crm()) {
      Lab lab = lab(crm);
      Specimen rich = lab.add(rich());
      assertThat(lab.load(rich.id())).isEqualTo(rich);
      assertThat(
              lab.<Long>read(tx -> tx.store(SPECIMENS).count(LABEL.eq("back\\slash 'q' \"d\" 😀"))))
          .isEqualTo(1);
      assertThat(
              lab.<List<Instant>>read(
                  tx ->
                      tx.queries(LabQueries.class)
                          .seenBefore(Instant.parse("2027-01-01T00:00:00Z"))))
          .containsExactly(Instant.parse("2026-03-08T07:30:00.123456Z"));

      Specimen one = lab.add("one");
      Specimen two = lab.add("two");
      Specimen three = lab.add("three");
      Specimen newer = lab.save(two, two.withTotal(7));

      assertThatThrownBy(() -> saveAll(lab, List.of(one, two, three)))
          .isInstanceOf(StaleVersion.class);
      assertThat(lab.load(one.id())).isEqualTo(one);
      assertThat(lab.load(two.id())).isEqualTo(newer);

      saveAll(lab, List.of(one, newer, three));
      assertThat(lab.load(three.id()).measures().total()).isEqualTo(99);
    }
  }

  private static String saveAll(Lab lab, List<Specimen> rows) {
    return lab.run(
        tx -> {
          tx.store(SPECIMENS)
              .saveAll(rows.stream().map(r -> Change.of(r, r.withTotal(99))).toList());
          return "done";
        });
  }

  private static Specimen rich() {
    return Specimen.of(
            UUID.fromString("f0000000-0000-7000-8000-00000000000f"), "back\\slash 'q' \"d\" 😀")
        .withRatio("123456789012345.12345678")
        .withNotes(Map.of("a\\b", "\"quoted\" 中文"))
        .withSamples(LabQueries.weighing("0.00000001"), LabQueries.weighing("-1"))
        .withExtras(
            new Specimen.Extras(
                "",
                -1,
                true,
                null,
                new Specimen.Times(
                    Instant.parse("2026-03-08T07:30:00.123456Z"), LocalDate.of(2026, 3, 8), null),
                new Specimen.Place(
                    null, null, null, UUID.fromString("00000000-0000-1000-8000-000000000001")),
                Bytes.copyOf(new byte[] {0, -1, 39, 92, 10, 127, -128}),
                null));
  }
}
