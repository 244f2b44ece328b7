package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.verification.BuiltModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaDocumentTest {

  private static final Path SOURCE =
      Path.of("crm-verification/src/test/java")
          .resolve(SchemaExample.class.getName().replace('.', '/') + ".java");

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

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "validate", "export", "apart"})
  void theDocumentShowsTheExampleThatWasRun(String example) throws IOException {
    String source = Files.readString(BuiltModules.root().resolve(SOURCE));
    String begin = "    // schema.md " + example + " begins\n";
    String shown =
        source
            .substring(
                source.indexOf(begin) + begin.length(),
                source.indexOf("    // schema.md " + example + " ends"))
            .stripTrailing()
            .stripIndent();

    assertThat(Files.readString(BuiltModules.root().resolve("docs/schema.md"))).contains(shown);
  }
}
