package io.crmkit.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.sales.SalesReason;
import io.crmkit.core.spi.rule.StateTable;
import io.crmkit.sales.lead.LeadRules;
import io.crmkit.sales.order.OrderRules;
import io.crmkit.sales.quote.QuoteRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about sales shows the tables as they are. */
class SalesDocumentationTest {

  @ParameterizedTest
  @MethodSource("tables")
  void the_page_draws_the_state_table(StateTable<?> table) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "sales.md"), StandardCharsets.UTF_8);

    assertThat(page).contains("```mermaid\n" + table.draw() + "```");
  }

  static Stream<StateTable<?>> tables() {
    return Stream.of(LeadRules.TABLE, QuoteRules.TABLE, OrderRules.TABLE, OrderRules.BILLING);
  }

  @Test
  void the_page_names_every_reason() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "sales.md"), StandardCharsets.UTF_8);

    assertThat(SalesReason.values())
        .allSatisfy(reason -> assertThat(page).contains("`" + reason.code() + "`"));
  }
}
