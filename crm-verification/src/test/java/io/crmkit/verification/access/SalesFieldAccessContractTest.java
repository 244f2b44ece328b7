package io.crmkit.verification.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.opportunity.AmendOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.api.sales.quote.ChangeQuote;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteContent;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.value.Money;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Samples;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** Rules for single fields of deals, leads and quotes. */
class SalesFieldAccessContractTest {

  private static CrmSession under(TestCrm crm, Class<?> entity, FieldAccess fields) {
    return FieldAccessContractTest.under(crm, entity, fields);
  }

  private static CrmSession root(TestCrm crm) {
    return crm.session("root");
  }

  private static Opportunity deal(TestCrm crm, String amount) {
    Samples given = new Samples(root(crm));
    return given.opportunity(
        given.organization("Acme"), o -> o.withDeal(o.deal().withAmount(Money.of(amount, "EUR"))));
  }

  @OnEveryStorage
  void sums_count_what_is_hidden_as_nothing(TestCrm crm) {
    deal(crm, "100");
    CrmSession lily = under(crm, Opportunity.class, FieldAccess.none().hiding("deal.amount"));
    OpportunityTotals question = OpportunityTotals.by(OpportunityTotals.Dimension.NOTHING);

    List<TotalsRow> totals = lily.get(PipelineReports.class).totals(question);
    assertThat(totals).singleElement().extracting(TotalsRow::count).isEqualTo(1L);
    assertThat(totals.toString()).doesNotContain("100").doesNotContain("EUR");
    assertThat(lily.get(PipelineReports.class).asOf(lily.today()).toString())
        .doesNotContain("100")
        .doesNotContain("EUR");
    assertThat(root(crm).get(PipelineReports.class).totals(question).toString()).contains("EUR");
  }

  @OnEveryStorage
  void a_command_decides_on_what_its_caller_is_not_shown(TestCrm crm) {
    Opportunity deal = deal(crm, "100");
    CrmSession lily = under(crm, Opportunity.class, FieldAccess.none().hiding("deal.amount"));
    Opportunities opportunities = lily.get(Opportunities.class);
    Opportunity shown = opportunities.get(deal.id());

    Opportunity renamed = opportunities.amend(AmendOpportunity.of(shown).withName("Another name"));

    assertThat(renamed.deal().amount()).isNull();
    assertThat(root(crm).get(Opportunities.class).get(deal.id()).deal().amount())
        .isEqualTo(Money.of("100", "EUR"));
    assertThat(opportunities.history(deal.id()).toString()).doesNotContain("EUR");
  }

  @OnEveryStorage
  void what_a_lead_was_captured_with_follows_what_it_says_now(TestCrm crm) {
    Lead lead =
        new Samples(root(crm))
            .lead(
                "Acme",
                c ->
                    c.withForm(
                        c.form().withProspect(c.form().prospect().withEmail("ann@acme.example"))));
    CrmSession lily = under(crm, Lead.class, FieldAccess.none().hiding("prospect.email"));

    assertThat(lily.get(Leads.class).get(lead.id()).toString()).doesNotContain("ann@acme.example");
  }

  @OnEveryStorage
  void a_read_only_discount_keeps_quotes_from_getting_one(TestCrm crm) {
    Quote quote = new Samples(root(crm)).quote(deal(crm, "100"));
    Quotes quotes =
        under(crm, Quote.class, FieldAccess.none().readOnly("terms.discountPercent"))
            .get(Quotes.class);
    UnaryOperator<QuoteContent> more = c -> c.withLines(List.of(LineInput.of(Samples.SKU, 3)));
    QuoteContent content =
        new QuoteContent("standard", List.of(), null, quote.terms().validUntil(), null);

    assertThatThrownBy(
            () ->
                quotes.change(
                    new ChangeQuote(
                        quote.id(),
                        quote.version(),
                        more.apply(content).withDiscountPercent(BigDecimal.TEN))))
        .isInstanceOf(AccessDenied.class)
        .hasMessageContaining("terms.discountPercent");
  }
}
