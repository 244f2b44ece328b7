package com.example.loyalty;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pricing.DefinePriceBook;
import io.crmkit.api.sales.pricing.Item;
import io.crmkit.api.sales.pricing.PriceBooks;
import io.crmkit.api.sales.pricing.PriceLine;
import io.crmkit.api.sales.quote.DraftQuote;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteContent;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import java.util.Currency;
import java.util.List;

/** A shop whose customers collect points. */
final class Shop {

  private Shop() {}

  static Customer person(CrmSession session, String name) {
    return session.get(Customers.class).register(RegisterCustomer.person(CustomerName.of(name)));
  }

  /** A deal of 25,000 euros. */
  static Opportunity deal(CrmSession session, CustomerId customer) {
    session
        .get(Pipelines.class)
        .define(
            new DefinePipeline(
                new PipelineDefinition(
                    PipelineDefinition.STANDARD,
                    new Label("Counter", "柜台"),
                    List.of(
                        Stage.open("talk", new Label("Talk", "洽谈"), 50).to("won", "lost"),
                        Stage.won("won", new Label("Won", "赢单")),
                        Stage.lost("lost", new Label("Lost", "丢单"))))));
    return session
        .get(Opportunities.class)
        .open(
            OpenOpportunity.of("Kitchen", customer)
                .withDeal(Deal.unknown().withAmount(Money.of("25000", "EUR"))));
  }

  static Opportunity won(CrmSession session, Opportunity deal) {
    return session.get(Opportunities.class).win(new WinOpportunity(deal.id(), deal.version()));
  }

  static Quote quote(CrmSession session, Opportunity deal, String discount) {
    session
        .get(PriceBooks.class)
        .define(
            new DefinePriceBook(
                "standard",
                new Label("List", "目录"),
                Currency.getInstance("EUR"),
                List.of(PriceLine.of(Item.of("KIT-1", "Kitchen"), "25000").taxedAt("19")),
                List.of()));
    return session
        .get(Quotes.class)
        .draft(
            new DraftQuote(
                deal.id(),
                new QuoteContent(
                    "standard",
                    List.of(LineInput.of("KIT-1", 1).discounted(discount)),
                    null,
                    session.today().plusDays(30),
                    null)));
  }
}
