package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.customer.Customer;
import io.crmkit.verification.BuiltModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Path SOURCE =
      Path.of("crm-verification/src/test/java")
          .resolve(EmbeddingExample.class.getName().replace('.', '/') + ".java");

  @Test
  void theExampleDoesWhatReadmeSays() {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:readme;DB_CLOSE_DELAY=-1");

    List<Customer> found = EmbeddingExample.embed(dataSource);

    assertThat(found).extracting(c -> c.name().latin()).containsExactly("Northwind Pumps");
  }

  @Test
  void readmeShowsTheExampleThatWasRun() throws IOException {
    String source = Files.readString(BuiltModules.root().resolve(SOURCE));
    String shown =
        source
            .substring(
                source.indexOf("  // README begins\n") + "  // README begins\n".length(),
                source.indexOf("  // README ends"))
            .stripTrailing()
            .stripIndent();

    assertThat(Files.readString(BuiltModules.root().resolve("README.md"))).contains(shown);
  }
}
