package io.crmkit.service.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page on the service domain draws the table as it is. */
class ContractPageTest {

  @Test
  void the_page_shows_the_life_of_a_contract_as_the_table_has_it() throws Exception {
    Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (!Files.isRegularFile(at.resolve("docs/service.md"))) {
      at = at.getParent();
    }
    assertThat(Files.readString(at.resolve("docs/service.md")))
        .contains(ContractStates.TABLE.draw());
  }
}
