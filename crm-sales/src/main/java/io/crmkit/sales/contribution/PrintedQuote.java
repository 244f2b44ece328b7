package io.crmkit.sales.contribution;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.document.GeneratedDocumentSource;
import io.crmkit.api.document.content.DocumentContent;
import io.crmkit.api.document.content.KeyValues;
import io.crmkit.api.document.content.Paragraph;
import io.crmkit.api.document.content.Table;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteHeading;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.sales.quote.QuoteLine;
import io.crmkit.api.sales.quote.QuoteTotals;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.sales.quote.TaxLine;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A quote as a document: who it is for, what it offers, how it sums up. Every figure is one of the
 * quote's own, so that what is printed sums as the quote does. A bundle's components are listed
 * under it without amounts, which the bundle's own line shows.
 */
public final class PrintedQuote implements GeneratedDocumentSource {

  @Inject
  PrintedQuote() {}

  @Override
  public Optional<DocumentContent> generate(CrmSession session, EntityRef record, Locale language) {
    if (!record.entity().equals(SalesEntities.QUOTE)) {
      return Optional.empty();
    }
    Quote quote = session.get(Quotes.class).get(new QuoteId(record.id()));
    // Whoever may see the quote but not its customer still gets it printed, without a name.
    String customer =
        session
            .get(Customers.class)
            .find(quote.heading().customer())
            .map(c -> c.name().in(language))
            .orElse("");
    return Optional.of(content(quote, customer, language));
  }

  static DocumentContent content(Quote quote, String customer, Locale language) {
    String number = number(quote.heading());
    LocalDate until = quote.terms().validUntil();
    DocumentContent.Builder document =
        DocumentContent.titled(words("Quote ", "报价单 ", language) + number)
            .add(
                KeyValues.of(words("Customer", "客户", language), customer)
                    .and(words("Quote number", "报价单号", language), number)
                    .and(words("Valid until", "有效期至", language), date(until, language)))
            .add(table(quote, language));
    String note = quote.terms().note();
    if (note != null) {
      document.add(Paragraph.of(note));
    }
    return document.build();
  }

  private static Table table(Quote quote, Locale language) {
    QuoteTotals totals = quote.totals();
    String currency = " (" + totals.total().currency().getCurrencyCode() + ")";
    Table.Builder table =
        Table.of(
            Table.Column.of(words("Item", "项目", language), 6),
            Table.Column.amount(words("Quantity", "数量", language), 3),
            Table.Column.amount(words("Unit price", "单价", language) + currency, 3),
            Table.Column.amount(words("Discount", "折扣", language), 3),
            Table.Column.amount(words("Amount", "金额", language) + currency, 3));
    quote.lines().forEach(line -> row(table, line));
    table.subtotal(words("Sum", "合计", language), "", "", "", Amounts.number(totals.gross()));
    if (!totals.discount().isZero()) {
      table.subtotal(
          words("Discount", "折扣", language),
          "",
          "",
          "",
          Amounts.number(totals.discount().negated()));
      table.subtotal(words("Net", "净额", language), "", "", "", Amounts.number(totals.net()));
    }
    for (TaxLine tax : quote.taxes()) {
      String rate = tax.rate().toPlainString() + "%";
      table.subtotal(
          words("Tax " + rate + " on ", "税率 " + rate + "，税基 ", language)
              + Amounts.number(tax.base()),
          "",
          "",
          "",
          Amounts.number(tax.tax()));
    }
    return table
        .total(words("Total", "总计", language), "", "", "", Amounts.number(totals.total()))
        .build();
  }

  private static void row(Table.Builder table, QuoteLine line) {
    String quantity = String.format(Locale.ROOT, "%,d", line.quantity());
    if (line.parentLine() != null) {
      table.row("– " + line.item().name(), quantity, "", "", "");
      return;
    }
    BigDecimal discount = line.price().discountPercent();
    table.row(
        line.item().name() + " (" + line.item().sku() + ")",
        quantity,
        Amounts.number(line.price().unit(), line.amounts().gross().currency()),
        discount.signum() == 0 ? "" : discount.toPlainString() + "%",
        Amounts.number(line.amounts().gross()));
  }

  private static String number(QuoteHeading heading) {
    return heading.revision() == 1 ? heading.number() : heading.number() + "/" + heading.revision();
  }

  private static String date(LocalDate date, Locale language) {
    return words(
        DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(date),
        DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINESE).format(date),
        language);
  }

  private static String words(String english, String chinese, Locale language) {
    return new Label(english, chinese).in(language);
  }
}
