package io.crmkit.sales;

import static io.crmkit.sales.lead.LeadEntities.LEADS;
import static io.crmkit.sales.opportunity.OpportunityEntities.CHANGES;
import static io.crmkit.sales.opportunity.OpportunityEntities.MEMBERS;
import static io.crmkit.sales.opportunity.OpportunityEntities.OPPORTUNITIES;
import static io.crmkit.sales.order.OrderEntities.ATTEMPTS;
import static io.crmkit.sales.order.OrderEntities.ERP_MESSAGES;
import static io.crmkit.sales.order.OrderEntities.ORDERS;
import static io.crmkit.sales.order.OrderEntities.SHIPMENTS;
import static io.crmkit.sales.pipeline.PipelineEntities.PIPELINES;
import static io.crmkit.sales.pricing.PriceBookEntities.PRICE_BOOKS;
import static io.crmkit.sales.pricing.PriceBookEntities.PRICE_ENTRIES;
import static io.crmkit.sales.quote.QuoteEntities.QUOTES;

import io.crmkit.api.asset.SoldGoodsSource;
import io.crmkit.api.document.GeneratedDocumentSource;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.module.ApiVersion;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.lead.LeadCaptured;
import io.crmkit.api.sales.lead.LeadConverted;
import io.crmkit.api.sales.lead.LeadJudged;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.opportunity.BuyingCentres;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.OpportunityImport;
import io.crmkit.api.sales.opportunity.OpportunityLost;
import io.crmkit.api.sales.opportunity.OpportunityMove;
import io.crmkit.api.sales.opportunity.OpportunityMoved;
import io.crmkit.api.sales.opportunity.OpportunityOpened;
import io.crmkit.api.sales.opportunity.OpportunityWon;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.api.sales.order.OrderPlaced;
import io.crmkit.api.sales.order.OrderPlacedAgain;
import io.crmkit.api.sales.order.OrderProgressed;
import io.crmkit.api.sales.order.OrderShipped;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.StandardGuards;
import io.crmkit.api.sales.pricing.PriceBooks;
import io.crmkit.api.sales.quote.QuoteChanged;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSource;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.sales.contribution.PrintedQuote;
import io.crmkit.sales.contribution.SalesMergeFields;
import io.crmkit.sales.contribution.SalesSearch;
import io.crmkit.sales.contribution.SalesSoldGoods;
import io.crmkit.sales.contribution.SalesTimeline;
import io.crmkit.sales.contribution.SalesView;
import io.crmkit.sales.lead.LeadService;
import io.crmkit.sales.opportunity.BuyingCentreService;
import io.crmkit.sales.opportunity.Guards;
import io.crmkit.sales.opportunity.OpportunityImportService;
import io.crmkit.sales.opportunity.OpportunityQueries;
import io.crmkit.sales.opportunity.OpportunityService;
import io.crmkit.sales.opportunity.PipelineReportService;
import io.crmkit.sales.order.HandOverToErp;
import io.crmkit.sales.order.NoErp;
import io.crmkit.sales.order.OrderService;
import io.crmkit.sales.pipeline.PipelineCatalog;
import io.crmkit.sales.pipeline.PipelineService;
import io.crmkit.sales.pricing.PriceBookService;
import io.crmkit.sales.pricing.PriceCatalog;
import io.crmkit.sales.quote.QuoteAcceptedGuard;
import io.crmkit.sales.quote.QuoteExpiry;
import io.crmkit.sales.quote.QuoteService;

/**
 * The sales module: leads, pipelines, opportunities, price books, quotes and orders. It needs the
 * customers; it adds to the installed base, to documents and to the 360-degree view where these are
 * there.
 */
public final class SalesModule implements CrmModule {

  /** For the service loader. */
  public SalesModule() {}

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("sales", "0.2.0", "io.crmkit:crm-sales")
        .builtFor(ApiVersion.CURRENT)
        .requiring("customers");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.migrations("io/crmkit/sales/migration");
    registrar.reasons(SalesReason.class);
    registrar.port(ErpOrderPort.class, new NoErp());
    registrar.component(PipelineCatalog.class);
    registrar.component(PriceCatalog.class);
    entities(registrar);
    services(registrar);
    events(registrar);
    guards(registrar);
    registrar.contribute(SoldGoodsSource.POINT, SalesSoldGoods.class);
    registrar.contribute(TimelineSource.POINT, SalesTimeline.class);
    registrar.contribute(ViewSource.POINT, SalesView.class);
    registrar.contribute(SearchSource.POINT, SalesSearch.class);
    registrar.contribute(MergeFieldSource.POINT, SalesMergeFields.class);
    registrar.contribute(GeneratedDocumentSource.POINT, PrintedQuote.class);
  }

  private static void entities(ModuleRegistrar registrar) {
    registrar.entity(LEADS);
    registrar.entity(PIPELINES);
    registrar.entity(OPPORTUNITIES);
    registrar.entity(CHANGES);
    registrar.entity(MEMBERS);
    registrar.entity(PRICE_BOOKS);
    registrar.entity(PRICE_ENTRIES);
    registrar.entity(QUOTES);
    registrar.entity(ORDERS);
    registrar.entity(ATTEMPTS);
    registrar.entity(SHIPMENTS);
    registrar.entity(ERP_MESSAGES);
    OpportunityQueries.register(registrar);
  }

  private static void services(ModuleRegistrar registrar) {
    registrar.service(Leads.class, LeadService.class);
    registrar.service(Pipelines.class, PipelineService.class);
    registrar.service(Opportunities.class, OpportunityService.class);
    registrar.service(BuyingCentres.class, BuyingCentreService.class);
    registrar.service(PipelineReports.class, PipelineReportService.class);
    registrar.service(OpportunityImport.class, OpportunityImportService.class);
    registrar.service(PriceBooks.class, PriceBookService.class);
    registrar.service(Quotes.class, QuoteService.class);
    registrar.service(Orders.class, OrderService.class);
    registrar.service(QuoteExpiry.Expiring.class, QuoteExpiry.Service.class);
  }

  private static void events(ModuleRegistrar registrar) {
    registrar.event(LeadCaptured.class);
    registrar.event(LeadJudged.class);
    registrar.event(LeadConverted.class);
    registrar.event(OpportunityOpened.class);
    registrar.event(OpportunityMoved.class);
    registrar.event(OpportunityWon.class);
    registrar.event(OpportunityLost.class);
    registrar.event(QuoteChanged.class);
    registrar.event(OrderPlaced.class);
    registrar.event(OrderPlacedAgain.class);
    registrar.event(OrderProgressed.class);
    registrar.event(OrderShipped.class);
    registrar.subscribeDurably(
        OrderPlaced.class, HandOverToErp.First.SUBSCRIBER, HandOverToErp.First.class);
    registrar.subscribeDurably(
        OrderPlacedAgain.class, HandOverToErp.Again.SUBSCRIBER, HandOverToErp.Again.class);
    registrar.timer(QuoteExpiry.HANDLER, QuoteExpiry.Due.class, QuoteExpiry.class);
  }

  private static void guards(ModuleRegistrar registrar) {
    registrar.guard(
        OpportunityMove.POINT, StandardGuards.AMOUNT_PRESENT, Guards.AmountPresent.class);
    registrar.guard(
        OpportunityMove.POINT, StandardGuards.CLOSE_DATE_PRESENT, Guards.CloseDatePresent.class);
    registrar.guard(
        OpportunityMove.POINT, StandardGuards.DECISION_MAKER_MET, Guards.DecisionMakerMet.class);
    registrar.guard(
        OpportunityMove.POINT,
        StandardGuards.NO_OPPONENT_UNANSWERED,
        Guards.NoOpponentUnanswered.class);
    registrar.guard(OpportunityMove.POINT, StandardGuards.ROLE_COVERED, Guards.RoleCovered.class);
    registrar.guard(OpportunityMove.POINT, StandardGuards.QUOTE_ACCEPTED, QuoteAcceptedGuard.class);
  }
}
