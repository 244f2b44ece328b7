package io.crmkit.sales.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.document.content.DocumentContent;
import io.crmkit.api.document.content.KeyValues;
import io.crmkit.api.document.content.Run;
import io.crmkit.api.document.content.Table;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.pricing.PriceBooks;
import io.crmkit.api.sales.quote.DraftQuote;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteContent;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.value.EntityRef;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

class PrintedQuoteContractTest {

  private static Quote quote(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "河畔");
    crm.get(PriceBooks.class).define(SalesFixture.priceBook("EUR"));
    QuoteContent content =
        SalesFixture.content(LineInput.of("SRV-1", 2), LineInput.of("SET-1", 1).discounted("2.5"))
            .withDiscountPercent(new BigDecimal("3"))
            .withNote("Delivery within two weeks.");
    return crm.get(Quotes.class).draft(new DraftQuote(opportunity.id(), content));
  }

  private static DocumentContent printed(TestCrm crm, Quote quote, Locale language) {
    return new PrintedQuote()
        .generate(crm.session(), EntityRef.of(SalesEntities.QUOTE, quote.id()), language)
        .orElseThrow();
  }

  private static List<List<String>> rows(DocumentContent document) {
    Table table =
        document.blocks().stream()
            .filter(Table.class::isInstance)
            .map(Table.class::cast)
            .findFirst()
            .orElseThrow();
    return table.rows().stream()
        .map(
            row ->
                row.cells().stream()
                    .map(c -> c.runs().stream().map(Run::text).collect(Collectors.joining()))
                    .toList())
        .toList();
  }

  @OnEveryStorage
  void a_printed_quote_shows_the_quotes_own_figures(TestCrm crm) {
    DocumentContent document = printed(crm, quote(crm), Locale.ENGLISH);

    assertThat(document.title()).isEqualTo("Quote Q-000001");
    assertThat(rows(document))
        .containsExactly(
            List.of("Server (SRV-1)", "2", "1,999.99", "", "3,999.98"),
            List.of("Server set (SET-1)", "1", "2,500.00", "2.5%", "2,500.00"),
            List.of("– Server", "1", "", "", ""),
            List.of("– Disk", "3", "", "", ""),
            List.of("– Installation", "1", "", "", ""),
            List.of("Sum", "", "", "", "6,499.98"),
            List.of("Discount", "", "", "", "-255.62"),
            List.of("Net", "", "", "", "6,244.36"),
            List.of("Tax 7% on 387.60", "", "", "", "27.13"),
            List.of("Tax 19% on 5,856.76", "", "", "", "1,112.78"),
            List.of("Total", "", "", "", "7,384.27"));
  }

  @OnEveryStorage
  void a_quote_can_be_printed_in_chinese(TestCrm crm) {
    DocumentContent document = printed(crm, quote(crm), Locale.SIMPLIFIED_CHINESE);

    assertThat(document.title()).isEqualTo("报价单 Q-000001");
    assertThat(document.blocks().get(0))
        .isEqualTo(
            KeyValues.of("客户", "河畔 customer").and("报价单号", "Q-000001").and("有效期至", "2026年2月4日"));
  }

  @OnEveryStorage
  void other_records_are_left_to_others(TestCrm crm) {
    assertThat(
            new PrintedQuote()
                .generate(
                    crm.session(), new EntityRef("host.invoice", crm.newId()), Locale.ENGLISH))
        .isEmpty();
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () ->
                new PrintedQuote()
                    .generate(
                        crm.session(),
                        new EntityRef(SalesEntities.QUOTE, crm.newId()),
                        Locale.ENGLISH));
  }
}
