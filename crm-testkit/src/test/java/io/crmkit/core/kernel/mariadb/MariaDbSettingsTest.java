package io.crmkit.core.kernel.mariadb;

import static io.crmkit.core.kernel.mariadb.MariaDbPlace.lab;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Crm;
import io.crmkit.api.error.StartFailed;
import io.crmkit.core.kernel.lab.Specimen;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The host's server, database and pool may be set up as they are, or are refused with reasons. */
class MariaDbSettingsTest {

  @Test
  void tablesAreIndependentOfWhatTheDatabaseHasAsItsDefault() throws Exception {
    try (MariaDbPlace place = MariaDbPlace.open("")) {
      place.execute("alter database character set latin1 collate latin1_swedish_ci");
      try (Crm crm = place.crm()) {
        lab(crm).add("客户 😀");
        lab(crm).add("KEY");
        lab(crm).add("key");
        lab(crm).add("key ");
        assertThat(lab(crm).count()).isEqualTo(4);
      }

      assertThat(
              place.rows(
                  "select distinct engine, table_collation from information_schema.tables"
                      + " where table_schema = database() and table_name like 'crm!_%' escape '!'"
                      + " and table_name not like 'crm!_schema!_%' escape '!'"))
          .containsExactly("InnoDB utf8mb4_nopad_bin");
      assertThat(place.rows("select @@collation_database")).containsExactly("latin1_swedish_ci");
      place.crm().close();
    }
  }

  @Test
  void everyFaultOfTheServersSettingsIsToldAtTheStart() {
    try (MariaDbPlace place =
        MariaDbPlace.open(
            "jdbcCompliantTruncation=false&sessionVariables=sql_mode='EMPTY_STRING_IS_NULL'")) {
      assertThatThrownBy(() -> place.crm().close())
          .isInstanceOf(StartFailed.class)
          .hasMessageContaining("sql_mode must be strict")
          .hasMessageContaining("EMPTY_STRING_IS_NULL");
    }
  }

  /** MariaDB forgets {@code not null} when a column's type is changed without saying it again. */
  @Test
  void aColumnThatLostItsNotNullIsFoundAtTheStart() throws Exception {
    try (MariaDbPlace place = MariaDbPlace.open("")) {
      place.crm().close();
      place.execute("alter table crm_lab_specimen modify measures_total bigint");

      assertThatThrownBy(() -> place.crm().close())
          .isInstanceOf(StartFailed.class)
          .hasMessageContaining("crm_lab_specimen.measures_total allows null");
    }
  }

  @Test
  void aColumnThatComparesTextsInAnotherWayIsFoundAtTheStart() throws Exception {
    try (MariaDbPlace place = MariaDbPlace.open("")) {
      place.crm().close();
      place.execute(
          "alter table crm_lab_specimen modify label varchar(200)"
              + " character set utf8mb4 collate utf8mb4_general_ci not null");

      assertThatThrownBy(() -> place.crm().close())
          .isInstanceOf(StartFailed.class)
          .hasMessageContaining("crm_lab_specimen.label compares texts by utf8mb4_general_ci");
    }
  }

  @Test
  void thePoolsIsolationIsWhatItWas() throws Exception {
    try (MariaDbPlace place = MariaDbPlace.open("");
        Crm crm = place.crm()) {
      Specimen added = lab(crm).add("one");
      lab(crm).save(added, added.withTotal(2));
      assertThatThrownBy(() -> lab(crm).add("one")).isInstanceOf(RuntimeException.class);

      assertThat(place.rows("select @@tx_isolation, @@autocommit"))
          .containsExactly("REPEATABLE-READ 1");
      try (Connection connection = place.dataSource().getConnection()) {
        assertThat(connection.getTransactionIsolation())
            .isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
      }
    }
  }

  @Test
  void aPoolAtReadCommittedPaysNothingForTheIsolation() throws Exception {
    assertThat(settingsSentFor("")).isEqualTo(4);
    assertThat(settingsSentFor("sessionVariables=tx_isolation='READ-COMMITTED'"))
        .as("autocommit off and on, nothing else")
        .isEqualTo(2);
  }

  /** How many {@code set} statements a command costs. */
  private static long settingsSentFor(String options) throws Exception {
    try (MariaDbPlace place = MariaDbPlace.open(options);
        Crm crm = place.crm()) {
      lab(crm).add("first");
      long before = sets(place);
      for (int i = 0; i < 5; i++) {
        lab(crm).add("label " + i);
      }
      return (sets(place) - before) / 5;
    }
  }

  private static long sets(MariaDbPlace place) throws Exception {
    List<String> rows = place.rows("show global status like 'Com_set_option'");
    return Long.parseLong(rows.get(0).split(" ")[1]);
  }
}
