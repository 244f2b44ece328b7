package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaDocumentTest {

  @Test
  void theExamplesDoWhatTheDocumentSays(@TempDir Path folder) throws IOException {
    try (TestPlace place = new PostgresStorage().open()) {
      DataSource dataSource = place.dataSource().orElseThrow();
      SchemaExample.migrating(dataSource).close();
      SchemaExample.validating(dataSource).close();
      SchemaExample.apart(dataSource).close();

      SchemaExample.export(dataSource, folder);

      assertThat(folder.resolve("crm-install.sql")).content().contains("create table crm_customer");
      assertThat(folder.resolve("crm-upgrade.sql")).isEmptyFile();
      assertThat(folder.resolve("crm-citus.sql")).content().contains("'crm_customer', 'tenant_id'");
    }
  }
}
