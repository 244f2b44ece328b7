package io.crmkit.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page on the service domain draws the table as it is, without the steps that stay in place.
 */
class ServicePageTest {

  @Test
  void the_page_shows_the_life_of_a_request_as_the_table_has_it() throws Exception {
    Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (!Files.isRegularFile(at.resolve("docs/service.md"))) {
      at = at.getParent();
    }
    String moves =
        RequestStates.TABLE
            .draw()
            .lines()
            .filter(line -> !line.matches(" *(\\w+) --> \\1:.*"))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(at.resolve("docs/service.md"))).contains(moves);
  }
}
