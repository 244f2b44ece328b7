package io.crmkit.testkit;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.Products;
import io.crmkit.api.sales.lead.CaptureLead;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadChannel;
import io.crmkit.api.sales.lead.LeadForm;
import io.crmkit.api.sales.lead.LeadNeed;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.lead.Prospect;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.PlaceOrder;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pricing.DefinePriceBook;
import io.crmkit.api.sales.pricing.Item;
import io.crmkit.api.sales.pricing.PriceBook;
import io.crmkit.api.sales.pricing.PriceBooks;
import io.crmkit.api.sales.pricing.PriceLine;
import io.crmkit.api.sales.quote.DraftQuote;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteContent;
import io.crmkit.api.sales.quote.QuoteStep;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.service.Impact;
import io.crmkit.api.service.Urgency;
import io.crmkit.api.service.request.OpenRequest;
import io.crmkit.api.service.request.RequestReport;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Sample data for tests, made through the services as any host would: what is not said is filled in
 * with something sensible, and every value can be changed by a function over the command.
 *
 * <pre>{@code
 * Customer acme = given.organization("Acme");
 * Opportunity deal = given.opportunity(acme, c -> c.withDeal(Deal.unknown().withAmount(money)));
 * }</pre>
 *
 * As safe for threads as the session.
 */
public final class Samples {

  /** The number of the article that every price book of {@link #priceBook} has. */
  public static final String SKU = "SRV-1";

  private final CrmSession session;

  /** Sample data of the session's tenant. */
  public Samples(CrmSession session) {
    this.session = session;
  }

  /** An organization of which no more than the name is known. */
  public Customer organization(String name) {
    return organization(name, command -> command);
  }

  /** An organization. */
  public Customer organization(String name, UnaryOperator<RegisterCustomer> more) {
    return session
        .get(Customers.class)
        .register(more.apply(RegisterCustomer.organization(CustomerName.of(name))));
  }

  /** A person of whom no more than the name is known. */
  public Customer person(String name) {
    return person(name, command -> command);
  }

  /** A person. */
  public Customer person(String name, UnaryOperator<RegisterCustomer> more) {
    return session
        .get(Customers.class)
        .register(more.apply(RegisterCustomer.person(CustomerName.of(name))));
  }

  /** A person of this name who works for the organization. */
  public Contact contact(Customer organization, String name) {
    return contact(organization, name, command -> command);
  }

  /** A person of this name who works for the organization. */
  public Contact contact(Customer organization, String name, UnaryOperator<AddContact> more) {
    CustomerId person = person(name).id();
    return session.get(Contacts.class).add(more.apply(AddContact.of(person, organization.id())));
  }

  /** A lead from the web, of a person at an organization. */
  public Lead lead(String organization) {
    return lead(organization, command -> command);
  }

  /** A lead from the web. */
  public Lead lead(String organization, UnaryOperator<CaptureLead> more) {
    Prospect prospect =
        new Prospect(organization, "Ann Lee", null, "ann@example.com", null, null, null);
    LeadForm form =
        new LeadForm(
            prospect, new LeadNeed("A server", null, null, null, null), java.util.Map.of());
    return session
        .get(Leads.class)
        .capture(more.apply(new CaptureLead(LeadChannel.WEB_FORM, "web", null, null, form, null)));
  }

  /**
   * The standard pipeline: open, offer, won, lost, with no guards. Defining it again is nothing.
   */
  public Pipeline pipeline() {
    return pipeline(definition -> definition);
  }

  /** The standard pipeline, changed. */
  public Pipeline pipeline(UnaryOperator<PipelineDefinition> more) {
    PipelineDefinition definition =
        new PipelineDefinition(
            PipelineDefinition.STANDARD,
            new Label("Standard", "标准流程"),
            List.of(
                Stage.open("open", new Label("Open", "接洽"), 20).to("offer", "won", "lost"),
                Stage.open("offer", new Label("Offer", "报价"), 60).to("open", "won", "lost"),
                Stage.won("won", new Label("Won", "赢单")).to("open"),
                Stage.lost("lost", new Label("Lost", "丢单")).to("open")));
    return session.get(Pipelines.class).define(new DefinePipeline(more.apply(definition)));
  }

  /** A deal of 10,000 euros in the first stage of the standard pipeline. */
  public Opportunity opportunity(Customer customer) {
    return opportunity(customer, command -> command);
  }

  /** An opportunity in the first stage of the standard pipeline, which is defined if it is not. */
  public Opportunity opportunity(Customer customer, UnaryOperator<OpenOpportunity> more) {
    if (session.get(Pipelines.class).current(PipelineDefinition.STANDARD).isEmpty()) {
      pipeline();
    }
    Deal deal = Deal.unknown().withAmount(Money.of("10000", "EUR"));
    return session
        .get(Opportunities.class)
        .open(more.apply(OpenOpportunity.of("A server", customer.id()).withDeal(deal)));
  }

  /** The opportunity, won. */
  public Opportunity won(Opportunity opportunity) {
    return session
        .get(Opportunities.class)
        .win(new WinOpportunity(opportunity.id(), opportunity.version()));
  }

  /** A price book in euros with one article, {@value #SKU}, at 10,000 and 19 percent tax. */
  public PriceBook priceBook() {
    return session
        .get(PriceBooks.class)
        .define(
            new DefinePriceBook(
                "standard",
                new Label("List prices", "目录价"),
                Currency.getInstance("EUR"),
                List.of(PriceLine.of(Item.of(SKU, "Server"), "10000").taxedAt("19")),
                List.of()));
  }

  /** A draft for one unit of {@value #SKU} at its list price, good for 30 days. */
  public Quote quote(Opportunity opportunity) {
    return quote(opportunity, content -> content);
  }

  /** A draft for one unit of {@value #SKU}. */
  public Quote quote(Opportunity opportunity, UnaryOperator<QuoteContent> more) {
    if (session.get(PriceBooks.class).current("standard").isEmpty()) {
      priceBook();
    }
    QuoteContent content =
        new QuoteContent(
            "standard", List.of(LineInput.of(SKU, 1)), null, session.today().plusDays(30), null);
    return session.get(Quotes.class).draft(new DraftQuote(opportunity.id(), more.apply(content)));
  }

  /** The quote, approved, sent and accepted. */
  public Quote accepted(Quote draft) {
    Quotes quotes = session.get(Quotes.class);
    Quote sent = quotes.send(QuoteStep.of(quotes.approve(QuoteStep.of(draft))));
    return quotes.accept(QuoteStep.of(sent));
  }

  /** An order for one unit of {@value #SKU}, with all that leads to it. */
  public SalesOrder order(Customer customer) {
    Opportunity deal = opportunity(customer);
    Quote quote = accepted(quote(deal));
    won(deal);
    return session.get(Orders.class).place(new PlaceOrder(quote.id()));
  }

  /** Goods of this number. */
  public Product product(String sku) {
    return product(sku, content -> content);
  }

  /** Goods of this number. */
  public Product product(String sku, UnaryOperator<ProductContent> more) {
    ProductDescription goods = ProductDescription.goods(Label.same("Product " + sku));
    return session
        .get(Products.class)
        .create(new NewProduct(sku, more.apply(ProductContent.of(goods))));
  }

  /** A machine of ours in operation at the customer's. */
  public Asset asset(Customer customer, String serialNumber) {
    return asset(customer, serialNumber, command -> command);
  }

  /** A machine of ours in operation at the customer's. */
  public Asset asset(Customer customer, String serialNumber, UnaryOperator<RegisterAsset> more) {
    AssetIdentity identity =
        AssetIdentity.ofModel("CrmKit", "Server").withSerialNumber(serialNumber);
    return session
        .get(Assets.class)
        .register(more.apply(RegisterAsset.ofOurs(customer.id(), identity)));
  }

  /** An incident that the customer reports by phone. */
  public ServiceRequest request(Customer customer) {
    return request(RequestSubject.of(customer.id()));
  }

  /** An incident, reported by phone. */
  public ServiceRequest request(RequestSubject subject) {
    return session
        .get(ServiceRequests.class)
        .open(
            new OpenRequest(
                subject,
                RequestReport.incident("It does not start", "since this morning"),
                Impact.MODERATE,
                Urgency.NORMAL));
  }
}
