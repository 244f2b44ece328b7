package io.crmkit.sales;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.RequiredFields;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageGuard;
import io.crmkit.api.sales.pipeline.StandardGuards;
import io.crmkit.api.sales.pricing.ApprovalLevel;
import io.crmkit.api.sales.pricing.DefinePriceBook;
import io.crmkit.api.sales.pricing.Item;
import io.crmkit.api.sales.pricing.PriceBooks;
import io.crmkit.api.sales.pricing.PriceLine;
import io.crmkit.api.sales.quote.DraftQuote;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteContent;
import io.crmkit.api.sales.quote.QuoteStep;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.value.Label;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** A small hardware seller: a pipeline, a price book, a hospital that buys. */
public final class SalesFixture {

  public static final LocalDate DAY = LocalDate.parse("2026-01-05");

  private SalesFixture() {}

  /** Prospecting, engaging (guarded), offer, won, lost; lost deals can be taken up again. */
  public static PipelineDefinition pipeline() {
    return new PipelineDefinition(
        "standard",
        new Label("Standard", "标准流程"),
        List.of(
            Stage.open("prospecting", new Label("Prospecting", "寻找"), 10).to("engaging", "lost"),
            Stage.open("engaging", new Label("Engaging", "接洽"), 40)
                .leaving(
                    StageGuard.of(StandardGuards.DECISION_MAKER_MET).with("days", 14),
                    StageGuard.of(StandardGuards.AMOUNT_PRESENT))
                .to("prospecting", "offer", "won", "lost"),
            Stage.open("offer", new Label("Offer", "报价"), 70)
                .requiring(RequiredFields.EXPECTED_CLOSE)
                .to("engaging", "won", "lost"),
            Stage.won("won", new Label("Won", "赢单")).to("engaging"),
            Stage.lost("lost", new Label("Lost", "丢单")).to("prospecting")));
  }

  /** The same stages without guards or required fields. */
  public static PipelineDefinition openPipeline() {
    PipelineDefinition definition = pipeline();
    return definition.withStages(
        definition.stages().stream().map(s -> s.leaving().requiring()).toList());
  }

  public static DefinePriceBook priceBook(String currency) {
    return new DefinePriceBook(
        "standard",
        new Label("List prices", "目录价"),
        Currency.getInstance(currency),
        List.of(
            PriceLine.of(Item.of("SRV-1", "Server"), "1999.99").taxedAt("19").from(10, "1899.50"),
            PriceLine.of(Item.of("DSK-1", "Disk"), "149.33").taxedAt("19"),
            PriceLine.of(Item.of("INS-1", "Installation"), "480").taxedAt("7"),
            PriceLine.of(Item.of("SET-1", "Server set"), "2500")
                .taxedAt("19")
                .containing("SRV-1", 1)
                .containing("DSK-1", 3)
                .containing("INS-1", 1)),
        List.of(ApprovalLevel.of("", "5"), ApprovalLevel.of("manager", "20")));
  }

  public static CustomerId customer(CrmSession session, String name) {
    return session
        .get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(name)))
        .id();
  }

  public static ContactId contact(CrmSession session, CustomerId organization, String name) {
    CustomerId person =
        session.get(Customers.class).register(RegisterCustomer.person(CustomerName.of(name))).id();
    return session.get(Contacts.class).add(AddContact.of(person, organization)).id();
  }

  /** An opportunity in the first stage of {@link #pipeline}. */
  public static Opportunity opportunity(CrmSession session, String name) {
    session.get(Pipelines.class).define(new DefinePipeline(pipeline()));
    return session
        .get(Opportunities.class)
        .open(OpenOpportunity.of(name, customer(session, name + " customer")));
  }

  /** An opportunity in the first stage of {@link #openPipeline}. */
  public static Opportunity freeOpportunity(CrmSession session, String name) {
    session.get(Pipelines.class).define(new DefinePipeline(openPipeline()));
    return session
        .get(Opportunities.class)
        .open(OpenOpportunity.of(name, customer(session, name + " customer")));
  }

  public static QuoteContent content(LineInput... lines) {
    return new QuoteContent("standard", List.of(lines), null, DAY.plusDays(30), null);
  }

  /** A quote in draft on list prices. */
  public static Quote quote(CrmSession session, Opportunity opportunity, LineInput... lines) {
    session.get(PriceBooks.class).define(priceBook("EUR"));
    return session.get(Quotes.class).draft(new DraftQuote(opportunity.id(), content(lines)));
  }

  /** A quote that the customer has accepted. */
  public static Quote accepted(CrmSession session, Opportunity opportunity, LineInput... lines) {
    Quotes quotes = session.get(Quotes.class);
    Quote quote = quote(session, opportunity, lines);
    Quote approved = quotes.approve(QuoteStep.of(quote));
    return quotes.accept(QuoteStep.of(quotes.send(QuoteStep.of(approved))));
  }

  public static Opportunity won(CrmSession session, Opportunity opportunity) {
    Opportunities opportunities = session.get(Opportunities.class);
    Opportunity engaging =
        opportunities.advance(
            new AdvanceOpportunity(opportunity.id(), opportunity.version(), "engaging"));
    return opportunities.win(new WinOpportunity(engaging.id(), engaging.version()));
  }
}
