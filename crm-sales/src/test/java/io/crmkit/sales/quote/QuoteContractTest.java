package io.crmkit.sales.quote;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertReasons;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.TenantProfile;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.Reason;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.LoseOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityMove;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.sales.pricing.DefinePriceBook;
import io.crmkit.api.sales.pricing.Item;
import io.crmkit.api.sales.pricing.PriceBooks;
import io.crmkit.api.sales.pricing.PriceLine;
import io.crmkit.api.sales.quote.ChangeQuote;
import io.crmkit.api.sales.quote.DraftQuote;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteChanged;
import io.crmkit.api.sales.quote.QuoteContent;
import io.crmkit.api.sales.quote.QuoteLine;
import io.crmkit.api.sales.quote.QuoteRefusal;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.sales.quote.QuoteStep;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.sales.quote.ReviseQuote;
import io.crmkit.api.value.Money;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

class QuoteContractTest {

  private static final LineInput SERVER = LineInput.of("SRV-1", 1);

  private static Quote draft(TestCrm crm, LineInput... lines) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    return SalesFixture.quote(crm.session(), opportunity, lines);
  }

  private static Quote sent(TestCrm crm, Quote draft) {
    Quotes quotes = crm.get(Quotes.class);
    return quotes.send(QuoteStep.of(quotes.approve(QuoteStep.of(draft))));
  }

  @OnEveryStorage
  void a_quote_comes_back_as_it_was_computed(TestCrm crm) {
    Quote quote = draft(crm, SERVER, LineInput.of("SET-1", 2).discounted("2.5"));

    assertThat(crm.get(Quotes.class).get(quote.id())).isEqualTo(quote);
    assertThat(quote.heading().number()).isEqualTo("Q-000001");
    assertThat(quote.lines().stream().map(l -> l.item().sku()))
        .containsExactly("SRV-1", "SET-1", "SRV-1", "DSK-1", "INS-1");
    assertThat(quote.totals().net()).isEqualTo(Money.of("6874.99", "EUR"));
  }

  @OnEveryStorage
  void greater_quantities_have_the_tiers_price(TestCrm crm) {
    Quote quote = draft(crm, LineInput.of("SRV-1", 10));

    assertThat(quote.lines().get(0).price().unit()).isEqualByComparingTo("1899.50");
  }

  @OnEveryStorage
  void everything_against_a_quote_is_told_at_once(TestCrm crm) {
    Opportunity lost = SalesFixture.freeOpportunity(crm.session(), "Deal");
    Quote quote = SalesFixture.quote(crm.session(), lost, SERVER);
    crm.get(Opportunities.class).lose(new LoseOpportunity(lost.id(), lost.version(), "too dear"));

    assertRefused(
        () ->
            crm.get(Quotes.class)
                .draft(
                    new DraftQuote(
                        lost.id(),
                        SalesFixture.content(
                            LineInput.of("NO-1", 1),
                            LineInput.of("NO-2", 1),
                            SERVER.withLineId(quote.lines().get(0).lineId())))),
        SalesReason.OPPORTUNITY_NOT_OPEN,
        SalesReason.SKU_UNKNOWN,
        SalesReason.SKU_UNKNOWN,
        SalesReason.QUOTE_LINE_UNKNOWN);
  }

  @OnEveryStorage
  void every_fault_of_the_content_is_told_at_once(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    QuoteContent content =
        new QuoteContent(
            "standard",
            List.of(
                LineInput.of("SRV-1", 0),
                SERVER.withUnitPrice(new BigDecimal("-1")),
                SERVER.discounted("101")),
            new BigDecimal("-5"),
            SalesFixture.DAY.minusDays(1),
            null);

    assertInvalid(
        () -> crm.get(Quotes.class).draft(new DraftQuote(opportunity.id(), content)),
        "content.lines[0].quantity",
        "content.lines[1].unitPrice",
        "content.lines[2].discountPercent",
        "content.discountPercent",
        "content.validUntil");
  }

  @OnEveryStorage
  void a_quote_too_great_to_be_written_is_refused(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    crm.get(PriceBooks.class).define(SalesFixture.priceBook("EUR"));

    assertInvalid(
        () ->
            crm.get(Quotes.class)
                .draft(
                    new DraftQuote(
                        opportunity.id(),
                        SalesFixture.content(
                            LineInput.of("SRV-1", 1_000_000)
                                .withUnitPrice(new BigDecimal("1000000000"))))),
        "content.lines");
  }

  @OnEveryStorage
  void only_a_draft_can_be_rewritten(TestCrm crm) {
    Quotes quotes = crm.get(Quotes.class);
    Quote draft = draft(crm, SERVER);
    UUID line = draft.lines().get(0).lineId();
    Quote changed =
        quotes.change(
            new ChangeQuote(
                draft.id(),
                draft.version(),
                SalesFixture.content(SERVER.withQuantity(3).withLineId(line))));
    Quote approved = quotes.approve(QuoteStep.of(changed));

    assertThat(changed.lines().get(0).lineId()).isEqualTo(line);
    assertRefused(
        () ->
            quotes.change(
                new ChangeQuote(approved.id(), approved.version(), SalesFixture.content(SERVER))),
        SalesReason.QUOTE_STEP);
  }

  @OnEveryStorage
  void a_great_discount_needs_somebody_who_may_approve_it(TestCrm crm) {
    Quote draft = draft(crm, SERVER.discounted("12"));
    Quotes clerk = crm.get(Quotes.class);
    Quote submitted = clerk.submit(QuoteStep.of(draft));

    List<Reason> reasons =
        assertRefused(
            () -> clerk.approve(QuoteStep.of(submitted)), SalesReason.DISCOUNT_NEEDS_APPROVAL);
    Quote approved =
        crm.session("boss", "manager").get(Quotes.class).approve(QuoteStep.of(submitted));

    assertThat(reasons.get(0).details())
        .containsEntry("percent", "12")
        .containsEntry("roles", "manager");
    assertThat(approved.decision().approvedBy()).isEqualTo("boss");
  }

  @OnEveryStorage
  void a_price_below_the_list_counts_as_a_discount(TestCrm crm) {
    Quote draft = draft(crm, SERVER.withUnitPrice(new BigDecimal("1000")));

    assertRefused(
        () -> crm.session("boss", "manager").get(Quotes.class).approve(QuoteStep.of(draft)),
        SalesReason.DISCOUNT_NEEDS_APPROVAL);
  }

  @OnEveryStorage
  void a_submitted_quote_can_be_sent_back(TestCrm crm) {
    Quotes quotes = crm.get(Quotes.class);
    Quote submitted = quotes.submit(QuoteStep.of(draft(crm, SERVER)));

    Quote back =
        quotes.sendBack(new QuoteRefusal(submitted.id(), submitted.version(), "too cheap"));

    assertThat(back.status()).isEqualTo(QuoteStatus.DRAFT);
    assertThat(back.decision().reason()).isEqualTo("too cheap");
  }

  @OnEveryStorage
  void a_revision_supersedes_the_one_before_and_keeps_its_lines(TestCrm crm) {
    Quotes quotes = crm.get(Quotes.class);
    Quote first = sent(crm, draft(crm, LineInput.of("SET-1", 1)));
    UUID bundle = first.lines().get(0).lineId();

    Quote second =
        quotes.revise(
            new ReviseQuote(
                first.id(),
                first.version(),
                SalesFixture.content(LineInput.of("SET-1", 2).withLineId(bundle), SERVER)));

    assertThat(quotes.get(first.id()).status()).isEqualTo(QuoteStatus.SUPERSEDED);
    assertThat(second.heading().number()).isEqualTo(first.heading().number());
    assertThat(second.heading().revision()).isEqualTo(2);
    assertThat(second.heading().previous()).isEqualTo(first.id());
    assertThat(second.lines().stream().map(QuoteLine::lineId).limit(4).toList())
        .isEqualTo(first.lines().stream().map(QuoteLine::lineId).toList());
  }

  @OnEveryStorage
  void one_of_two_revisions_at_once_is_live(TestCrm crm) {
    Quote first = sent(crm, draft(crm, SERVER));

    Race<Quote> race =
        Race.of(
            2,
            i ->
                crm.get(Quotes.class)
                    .revise(
                        new ReviseQuote(
                            first.id(), first.version(), SalesFixture.content(SERVER))));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).hasSize(1).allMatch(CrmException.class::isInstance);
  }

  @OnEveryStorage
  void an_accepted_quote_is_not_revised(TestCrm crm) {
    Quotes quotes = crm.get(Quotes.class);
    Quote accepted = quotes.accept(QuoteStep.of(sent(crm, draft(crm, SERVER))));

    assertRefused(
        () ->
            quotes.revise(
                new ReviseQuote(accepted.id(), accepted.version(), SalesFixture.content(SERVER))),
        SalesReason.QUOTE_STEP);
  }

  @OnEveryStorage
  void the_last_day_is_the_tenants(TestCrm crm) {
    crm.profile(
        new TenantProfile(ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"), Locale.CHINESE));
    Quote sent = sent(crm, draft(crm, SERVER));
    // In Shanghai the day after the last has begun.
    crm.clock().set(Instant.parse("2026-02-04T16:00:00Z"));

    assertRefused(
        () -> crm.get(Quotes.class).accept(QuoteStep.of(sent)), SalesReason.QUOTE_EXPIRED);
    crm.clock().set(Instant.parse("2026-02-04T15:59:59Z"));
    assertThat(crm.get(Quotes.class).accept(QuoteStep.of(sent)).status())
        .isEqualTo(QuoteStatus.ACCEPTED);
  }

  @OnEveryStorage
  void overdue_quotes_are_marked_expired_once(TestCrm crm) {
    Quote sent = sent(crm, draft(crm, SERVER));
    Quotes quotes = crm.get(Quotes.class);
    int tooEarly = quotes.expireOverdue();
    crm.clock().advance(Duration.ofDays(31));

    assertThat(tooEarly).isZero();
    assertThat(quotes.expireOverdue()).isEqualTo(1);
    assertThat(quotes.expireOverdue()).isZero();
    assertThat(quotes.get(sent.id()).status()).isEqualTo(QuoteStatus.EXPIRED);
  }

  @OnEveryStorage
  void a_quote_expires_by_itself_at_the_end_of_its_last_day_in_the_tenants_zone(TestCrm crm) {
    crm.profile(
        new TenantProfile(ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"), Locale.CHINESE));
    Quote sent = sent(crm, draft(crm, SERVER));
    Quotes quotes = crm.get(Quotes.class);

    crm.clock().set(Instant.parse("2026-02-04T15:59:59Z"));
    assertThat(crm.fireDue()).isZero();
    assertThat(quotes.get(sent.id()).status()).isEqualTo(QuoteStatus.SENT);
    crm.clock().set(Instant.parse("2026-02-04T16:00:00Z"));
    assertThat(crm.fireDue()).isEqualTo(1);

    assertThat(quotes.get(sent.id()).status()).isEqualTo(QuoteStatus.EXPIRED);
    assertThat(crm.events(QuoteChanged.class))
        .filteredOn(e -> e.quote().equals(sent.id()) && e.status() == QuoteStatus.EXPIRED)
        .hasSize(1);
    assertThat(crm.fireDue()).isZero();
  }

  @OnEveryStorage
  void what_was_decided_in_time_does_not_expire(TestCrm crm) {
    Quote accepted = crm.get(Quotes.class).accept(QuoteStep.of(sent(crm, draft(crm, SERVER))));
    crm.clock().advance(Duration.ofDays(400));

    crm.fireDue();

    assertThat(crm.get(Quotes.class).get(accepted.id()).status()).isEqualTo(QuoteStatus.ACCEPTED);
  }

  @OnEveryStorage
  void new_prices_do_not_change_what_was_quoted(TestCrm crm) {
    Quote draft = draft(crm, SERVER);
    DefinePriceBook dearer =
        SalesFixture.priceBook("EUR")
            .withLines(List.of(PriceLine.of(Item.of("SRV-1", "Server"), "2100").taxedAt("19")));
    crm.get(PriceBooks.class).define(dearer);

    assertThat(crm.get(Quotes.class).get(draft.id()).totals()).isEqualTo(draft.totals());
    assertThat(SalesFixture.priceBook("EUR")).isNotEqualTo(dearer);
  }

  @OnEveryStorage
  void numbers_follow_one_another_without_gaps(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    SalesFixture.quote(crm.session(), opportunity, SERVER);
    assertRefused(
        () -> SalesFixture.quote(crm.session(), opportunity, LineInput.of("NO-1", 1)),
        SalesReason.SKU_UNKNOWN);

    Quote second = SalesFixture.quote(crm.session(), opportunity, SERVER);

    assertThat(second.heading().number()).isEqualTo("Q-000002");
  }

  @OnEveryStorage
  void the_guard_of_won_deals_waits_for_an_accepted_quote(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    OpportunityMove move =
        new OpportunityMove(opportunity, "won", StageCategory.WON, crm.clock().instant());
    QuoteAcceptedGuard guard = new QuoteAcceptedGuard();

    List<Reason> before = guard.check(crm.session(), move, Map.of());
    SalesFixture.accepted(crm.session(), opportunity, SERVER);

    assertReasons(before, SalesReason.QUOTE_NOT_ACCEPTED);
    assertThat(guard.check(crm.session(), move, Map.of())).isEmpty();
  }
}
