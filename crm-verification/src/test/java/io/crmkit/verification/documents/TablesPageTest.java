package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.verification.BuiltModules;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** docs/tables.md shows the tables as the scripts make them. */
class TablesPageTest {

  private static final Path PAGE = BuiltModules.root().resolve("docs/tables.md");
  private static final String MARK = "<!-- What follows is generated: see CONTRIBUTING.md. -->\n";

  @Test
  void thePageShowsTheTablesAsTheyAre() throws Exception {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:tables-page;DB_CLOSE_DELAY=-1");
    Crm.builder(AccessPolicy.allowAll())
        .dataSource(dataSource)
        .delivery(CrmBuilder.Delivery.MANUAL)
        .open()
        .close();

    String page = Files.readString(PAGE);
    String head = page.substring(0, page.indexOf(MARK) + MARK.length());
    String whole = head + TableDiagrams.of(dataSource);

    if (Boolean.getBoolean("crmkit.baseline.write")) {
      Files.writeString(PAGE, whole);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(whole);
  }
}
