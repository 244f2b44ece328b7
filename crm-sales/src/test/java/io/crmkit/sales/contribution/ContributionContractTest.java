package io.crmkit.sales.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.order.ErpAnswer;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.PlaceOrder;
import io.crmkit.api.sales.order.RecordErpAnswer;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSection;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class ContributionContractTest {

  private static SalesOrder shipped(TestCrm crm, Opportunity opportunity, Quote quote) {
    CrmSession session = crm.session();
    SalesFixture.won(session, opportunity);
    SalesOrder order = session.get(Orders.class).place(new PlaceOrder(quote.id()));
    Orders orders = session.get(Orders.class);
    orders.record(new RecordErpAnswer(order.id(), "a", new ErpAnswer.Accepted("4711")));
    UUID line = order.lines().get(0).lineId();
    return orders.record(
        new RecordErpAnswer(
            order.id(),
            "b",
            new ErpAnswer.Shipped(
                SalesFixture.DAY, List.of(new ErpAnswer.ShippedLine(line, 1, List.of("SN-1"))))));
  }

  private static SoldGoods goods(TestCrm crm, EntityRef ref) {
    return new SalesSoldGoods().find(crm.session(), ref).orElseThrow();
  }

  @OnEveryStorage
  void a_quote_offers_until_it_is_ordered_and_then_stands_as_its_order(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    Quote quote = SalesFixture.accepted(crm.session(), opportunity, LineInput.of("SRV-1", 2));
    EntityRef ref = EntityRef.of(SalesEntities.QUOTE, quote.id());
    SoldGoods offered = goods(crm, ref);

    SalesOrder order = shipped(crm, opportunity, quote);

    SoldGoods executed = goods(crm, ref);
    assertThat(offered.state()).isEqualTo(SoldGoods.State.OFFERED);
    assertThat(executed.state()).isEqualTo(SoldGoods.State.EXECUTED);
    assertThat(executed.lines().get(0).id()).isEqualTo(offered.lines().get(0).id());
    assertThat(executed.lines().get(0).delivery())
        .isEqualTo(new SoldGoods.Delivery(1, SalesFixture.DAY, List.of("SN-1")));
    assertThat(new SalesSoldGoods().executedFor(crm.session(), order.heading().customer()))
        .containsExactly(goods(crm, EntityRef.of(SalesEntities.ORDER, order.id())));
  }

  @OnEveryStorage
  void what_sales_does_not_know_it_does_not_tell(TestCrm crm) {
    SalesSoldGoods source = new SalesSoldGoods();

    assertThat(source.find(crm.session(), new EntityRef("host.project", crm.newId()))).isEmpty();
    assertThat(source.find(crm.session(), new EntityRef(SalesEntities.ORDER, crm.newId())))
        .isEmpty();
  }

  @OnEveryStorage
  void the_timeline_tells_the_whole_deal_latest_first(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    crm.clock().advance(Duration.ofHours(1));
    Quote quote = SalesFixture.accepted(crm.session(), opportunity, LineInput.of("SRV-1", 2));
    crm.clock().advance(Duration.ofHours(1));
    shipped(crm, opportunity, quote);

    List<TimelineEntry> entries =
        new SalesTimeline()
            .timeline(
                crm.session(),
                new TimelineSource.Span(
                    opportunity.customer(),
                    Instant.EPOCH,
                    Instant.parse("2027-01-01T00:00:00Z"),
                    50));

    assertThat(entries.stream().map(TimelineEntry::kind))
        .containsExactlyInAnyOrder(
            "opportunity-moved",
            "opportunity-won",
            "order-placed",
            "order-shipped",
            "quote-sent",
            "quote-accepted",
            "opportunity-opened");
    assertThat(entries)
        .isSortedAccordingTo(Comparator.comparing(TimelineEntry::occurredAt).reversed());
  }

  @OnEveryStorage
  void the_timeline_is_cut_to_what_was_asked(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    SalesFixture.won(crm.session(), opportunity);
    Instant now = crm.clock().instant();
    SalesTimeline timeline = new SalesTimeline();

    assertThat(
            timeline.timeline(
                crm.session(),
                new TimelineSource.Span(opportunity.customer(), Instant.EPOCH, now, 50)))
        .isEmpty();
    assertThat(
            timeline.timeline(
                crm.session(),
                new TimelineSource.Span(opportunity.customer(), now, now.plusSeconds(1), 2)))
        .hasSize(2);
  }

  @OnEveryStorage
  void the_view_shows_what_is_going_on(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    SalesFixture.quote(crm.session(), opportunity, LineInput.of("SRV-1", 1));

    List<ViewSection> sections = new SalesView().sections(crm.session(), opportunity.customer());

    assertThat(sections.stream().map(s -> s.key() + s.lines().size()))
        .containsExactly("open-opportunities1", "live-quotes1", "orders0");
    assertThat(sections.get(1).lines().get(0).text().en())
        .isEqualTo("Q-000001/1, 2,379.99 EUR, valid until 2026-02-04");
  }

  @OnEveryStorage
  @SuppressWarnings("unchecked")
  void documents_about_an_opportunity_know_its_quote_and_customer(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    Quote quote = SalesFixture.quote(crm.session(), opportunity, LineInput.of("SET-1", 1));

    Map<String, Object> fields =
        new SalesMergeFields()
            .fields(crm.session(), EntityRef.of(SalesEntities.OPPORTUNITY, opportunity.id()));

    Map<String, Object> quoted = (Map<String, Object>) fields.get("quote");
    Map<String, Object> customer = (Map<String, Object>) fields.get("customer");
    assertThat(((Map<String, Object>) fields.get("opportunity"))).containsEntry("name", "Deal");
    assertThat(customer).containsEntry("name", "Deal customer");
    assertThat(quoted).containsEntry("total", quote.totals().total());
    assertThat((List<Map<String, Object>>) quoted.get("lines")).hasSize(4);
  }
}
