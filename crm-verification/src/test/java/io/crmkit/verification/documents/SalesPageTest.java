package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.value.Money;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;

/** Runs the examples of docs/sales.md. */
class SalesPageTest {

  @OnEveryStorage
  void aDealGoesFromTheWebFormToTheDelivery(TestCrm crm) {
    CrmSession session = crm.session("lily");
    Opportunity engaging = SalesExample.opportunity(session);

    assertThat(SalesExample.rehearsed(session, engaging.id()))
        .extracting(reason -> reason.code().code())
        .containsExactlyInAnyOrder(
            "sales.decision-maker-not-met", SalesReason.FIELD_REQUIRED.code());

    Opportunity offered =
        SalesExample.offer(session, engaging, SalesExample.director(session, engaging));
    assertThat(SalesExample.figures(session, offered.id()))
        .singleElement()
        .satisfies(row -> assertThat(row.group()).isEqualTo("lily"));

    SalesExample.prices(session, new SalesExample.Articles(null, null));
    Quote quote = SalesExample.quote(session, offered.id());
    assertThat(quote.totals().net()).isEqualTo(Money.of(49_620, "EUR"));

    SalesOrder order = SalesExample.order(session, offered, quote);
    assertThat(SalesExample.shipped(session, order).status()).isEqualTo(OrderStatus.EXECUTED);
  }
}
