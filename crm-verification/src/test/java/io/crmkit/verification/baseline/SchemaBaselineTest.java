package io.crmkit.verification.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.access.AccessPolicy;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Compares the tables of all modules with those that hosts were promised. */
class SchemaBaselineTest {

  private final Baseline baseline = Baseline.named("schema-0.2.0.txt");

  @Test
  void theTablesAreAsPromised() throws SQLException {
    assumeTrue(baseline.exists(), "nothing has been promised yet");
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:schema-baseline;DB_CLOSE_DELAY=-1");

    Crm.builder(AccessPolicy.allowAll())
        .dataSource(dataSource)
        .delivery(CrmBuilder.Delivery.MANUAL)
        .open()
        .close();

    assertThat(baseline.difference(SchemaText.of(dataSource))).isEmpty();
  }
}
