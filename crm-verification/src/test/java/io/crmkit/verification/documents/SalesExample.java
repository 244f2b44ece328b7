package io.crmkit.verification.documents;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.contact.Stance;
import io.crmkit.api.error.Reason;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.sales.lead.CaptureLead;
import io.crmkit.api.sales.lead.ConvertLead;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadChannel;
import io.crmkit.api.sales.lead.LeadDeal;
import io.crmkit.api.sales.lead.LeadForm;
import io.crmkit.api.sales.lead.LeadId;
import io.crmkit.api.sales.lead.LeadNeed;
import io.crmkit.api.sales.lead.LeadNeedBuilder;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.lead.Prospect;
import io.crmkit.api.sales.lead.ProspectBuilder;
import io.crmkit.api.sales.lead.QualifyLead;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.AmendOpportunity;
import io.crmkit.api.sales.opportunity.BuyingCentres;
import io.crmkit.api.sales.opportunity.BuyingRole;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.OpportunityTotals.Dimension;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.opportunity.PutBuyingMember;
import io.crmkit.api.sales.opportunity.StageStay;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import io.crmkit.api.sales.order.ErpAnswer;
import io.crmkit.api.sales.order.OrderLine;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.PlaceOrder;
import io.crmkit.api.sales.order.RecordErpAnswer;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.sales.pipeline.StageGuard;
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
import io.crmkit.api.value.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The examples of docs/sales.md: one deal, from the web form to the delivery. */
final class SalesExample {

  private SalesExample() {}

  static Lead need(CrmSession session) {
    // begin docs/sales.md
    Prospect prospect =
        ProspectBuilder.builder()
            .organization("Riverside Press")
            .person("Zhang Min")
            .email("min@riverside.example")
            .build();
    LeadNeed need =
        LeadNeedBuilder.builder().topic("A press").budget(Money.of(60_000, "EUR")).build();
    LeadForm form = new LeadForm(prospect, need, Map.of("floor space", "3,000 m2"));

    Leads leads = session.get(Leads.class);
    Lead captured =
        leads.capture(
            new CaptureLead(
                LeadChannel.WEB_FORM,
                "www.example.com",
                "form-4711",
                null, // the campaign
                form,
                "lily")); // who looks after it
    Lead qualified =
        leads.qualify(new QualifyLead(captured.id(), captured.version(), "budget confirmed"));
    Lead converted =
        leads.convert(
            new ConvertLead(
                qualified.id(),
                qualified.version(),
                null, // the customer: a new one
                null, // the contact: a new one
                LeadDeal.fromLead()));
    // end docs/sales.md
    return converted;
  }

  static void pipeline(CrmSession session) {
    // begin docs/sales.md
    PipelineDefinition definition =
        new PipelineDefinition(
            "standard",
            new Label("Standard", "标准流程"),
            List.of(
                Stage.open("engaging", new Label("Engaging", "接洽"), 40)
                    .leaving(
                        StageGuard.of("decision-maker-met").with("days", 14),
                        StageGuard.of("amount-present"))
                    .to("offer", "lost"),
                Stage.open("offer", new Label("Offer", "报价"), 70)
                    .requiring("expectedClose")
                    .to("won", "lost"),
                Stage.won("won", new Label("Won", "赢单")),
                Stage.lost("lost", new Label("Lost", "丢单")).to("engaging")));
    session.get(Pipelines.class).define(new DefinePipeline(definition));
    // end docs/sales.md
  }

  static List<Reason> rehearsed(CrmSession session, OpportunityId id) {
    // begin docs/sales.md
    Opportunity engaging = session.get(Opportunities.class).get(id);
    AdvanceOpportunity move = new AdvanceOpportunity(id, engaging.version(), "offer");
    List<Reason> against = session.rehearse(s -> s.get(Opportunities.class).advance(move));
    // end docs/sales.md
    return against;
  }

  static Opportunity offer(CrmSession session, Opportunity engaging, ContactId director) {
    OpportunityId id = engaging.id();
    // begin docs/sales.md
    BuyingCentres centres = session.get(BuyingCentres.class);
    centres.put(new PutBuyingMember(id, director, BuyingRole.DECISION_MAKER, Stance.SUPPORTER, 90));
    centres.met(id, director);
    Opportunities opportunities = session.get(Opportunities.class);
    Opportunity amended =
        opportunities.amend(
            AmendOpportunity.of(engaging)
                .withDeal(engaging.deal().withExpectedClose(session.today().plusDays(60))));
    Opportunity offered =
        opportunities.advance(new AdvanceOpportunity(id, amended.version(), "offer"));
    // end docs/sales.md
    return offered;
  }

  static List<TotalsRow> figures(CrmSession session, OpportunityId id) {
    // begin docs/sales.md
    List<StageStay> stays = session.get(Opportunities.class).stays(id);
    PipelineReports reports = session.get(PipelineReports.class);
    List<TotalsRow> yesterday = reports.asOf(session.today().minusDays(1));
    List<TotalsRow> byOwner =
        reports.totals(OpportunityTotals.by(Dimension.OWNER, StageCategory.OPEN));
    // end docs/sales.md
    if (stays.size() != 2 || !yesterday.isEmpty()) {
      throw new IllegalStateException("it has been in two stages, and was in none yesterday");
    }
    return byOwner;
  }

  /** The articles; where there is a catalogue, with the products they are. */
  record Articles(@Nullable ProductId press, @Nullable ProductId training) {}

  static void prices(CrmSession session, Articles products) {
    // begin docs/sales.md
    Item press = new Item("PRESS-7", "Press 7", products.press()); // null without a catalogue
    Item training = new Item("TRAINING", "Training (day)", products.training());
    session
        .get(PriceBooks.class)
        .define(
            new DefinePriceBook(
                "standard",
                new Label("List prices", "目录价"),
                Currency.getInstance("EUR"),
                List.of(
                    PriceLine.of(press, "48000").taxedAt("19"),
                    PriceLine.of(training, "900").taxedAt("7").from(5, "800")),
                List.of(ApprovalLevel.of("", "5"), ApprovalLevel.of("sales-director", "20"))));
    // end docs/sales.md
  }

  static Quote quote(CrmSession session, OpportunityId opportunity) {
    // begin docs/sales.md
    QuoteContent content =
        new QuoteContent(
            "standard",
            List.of(LineInput.of("PRESS-7", 1), LineInput.of("TRAINING", 2).discounted("10")),
            null, // a discount on the whole
            session.today().plusDays(30), // its last day
            null); // a note
    Quotes quotes = session.get(Quotes.class);
    Quote draft = quotes.draft(new DraftQuote(opportunity, content));
    Quote approved = quotes.approve(QuoteStep.of(draft));
    Quote sent = quotes.send(QuoteStep.of(approved));
    // end docs/sales.md
    return sent;
  }

  static SalesOrder order(CrmSession session, Opportunity opportunity, Quote sent) {
    Quotes quotes = session.get(Quotes.class);
    // begin docs/sales.md
    Quote accepted = quotes.accept(QuoteStep.of(sent));
    session
        .get(Opportunities.class)
        .win(new WinOpportunity(opportunity.id(), opportunity.version()));
    Orders orders = session.get(Orders.class);
    SalesOrder order = orders.place(new PlaceOrder(accepted.id()));
    // end docs/sales.md
    return order;
  }

  static SalesOrder shipped(CrmSession session, SalesOrder order) {
    Orders orders = session.get(Orders.class);
    // begin docs/sales.md
    orders.record(new RecordErpAnswer(order.id(), "erp-1", new ErpAnswer.Accepted("SO-4711")));
    OrderLine press = order.lines().get(0);
    SalesOrder shipped =
        orders.record(
            new RecordErpAnswer(
                order.id(),
                "erp-2",
                new ErpAnswer.Shipped(
                    session.today(),
                    List.of(new ErpAnswer.ShippedLine(press.lineId(), 1, List.of("P7-0042"))))));
    // end docs/sales.md
    return shipped;
  }

  /** An opportunity of a new customer, in the first stage. */
  static Opportunity opportunity(CrmSession session) {
    pipeline(session);
    OpportunityId id = Objects.requireNonNull(need(session).conversion().opportunity());
    return session.get(Opportunities.class).get(id);
  }

  /** The one who has asked, and who decides. */
  static ContactId director(CrmSession session, Opportunity opportunity) {
    LeadId lead = Objects.requireNonNull(opportunity.origin().lead());
    return Objects.requireNonNull(session.get(Leads.class).get(lead).conversion().contact());
  }
}
