package io.crmkit.sales.contribution;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadAttributes;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.api.sales.order.OrderAttributes;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteAttributes;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.search.SearchHit;
import io.crmkit.api.search.SearchQuestion;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Opportunities by name, quotes and orders by number, leads by e-mail address. */
public final class SalesSearch implements SearchSource {

  @Inject
  SalesSearch() {}

  private static final Label OPPORTUNITY = new Label("Opportunity", "商机");
  private static final Label QUOTE = new Label("Quote", "报价单");
  private static final Label ORDER = new Label("Order", "订单");
  private static final Label LEAD = new Label("Lead", "线索");

  @Override
  public List<SearchHit> hits(CrmSession session, SearchQuestion question) {
    List<SearchHit> hits = new ArrayList<>();
    for (Opportunity o : session.get(Opportunities.class).page(opportunities(question)).items()) {
      EntityRef ref = EntityRef.of(SalesEntities.OPPORTUNITY, o.id());
      hits.add(new SearchHit(ref, OPPORTUNITY, Label.same(o.name())));
    }
    for (Quote q : session.get(Quotes.class).page(quotes(question)).items()) {
      String title = q.heading().number() + " / " + q.heading().revision();
      EntityRef ref = EntityRef.of(SalesEntities.QUOTE, q.id());
      hits.add(new SearchHit(ref, QUOTE, Label.same(title)));
    }
    for (SalesOrder o : session.get(Orders.class).page(orders(question)).items()) {
      EntityRef ref = EntityRef.of(SalesEntities.ORDER, o.id());
      hits.add(new SearchHit(ref, ORDER, Label.same(o.heading().number())));
    }
    if (question.text().indexOf('@') > 0) {
      for (Lead l : session.get(Leads.class).page(leads(question)).items()) {
        String who = l.form().prospect().person();
        EntityRef ref = EntityRef.of(SalesEntities.LEAD, l.id());
        hits.add(new SearchHit(ref, LEAD, Label.same(who == null ? question.text() : who)));
      }
    }
    return hits;
  }

  private static Query<Opportunity> opportunities(SearchQuestion question) {
    return Query.where(Criteria.startsWith(OpportunityAttributes.NAME, question.text()))
        .limit(question.limit());
  }

  private static Query<Quote> quotes(SearchQuestion question) {
    return Query.where(Criteria.startsWith(QuoteAttributes.NUMBER, question.text()))
        .orderBy(QuoteAttributes.NUMBER.ascending(), QuoteAttributes.REVISION.descending())
        .limit(question.limit());
  }

  private static Query<SalesOrder> orders(SearchQuestion question) {
    return Query.where(
            Criteria.or(
                Criteria.startsWith(OrderAttributes.NUMBER, question.text()),
                OrderAttributes.ERP_NUMBER.eq(question.text())))
        .limit(question.limit());
  }

  private static Query<Lead> leads(SearchQuestion question) {
    return Query.where(LeadAttributes.EMAIL.eq(question.text())).limit(question.limit());
  }
}
