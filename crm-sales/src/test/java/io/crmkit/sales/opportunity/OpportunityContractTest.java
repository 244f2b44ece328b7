package io.crmkit.sales.opportunity;

import static io.crmkit.testkit.CrmAssertions.assertReasons;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.Access;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.contact.Stance;
import io.crmkit.api.error.CrmException;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.AmendOpportunity;
import io.crmkit.api.sales.opportunity.BuyingCentre;
import io.crmkit.api.sales.opportunity.BuyingCentres;
import io.crmkit.api.sales.opportunity.BuyingMember;
import io.crmkit.api.sales.opportunity.BuyingRole;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.LoseOpportunity;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityAttributes;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.opportunity.OpportunityLost;
import io.crmkit.api.sales.opportunity.OpportunityMove;
import io.crmkit.api.sales.opportunity.PipelineReports;
import io.crmkit.api.sales.opportunity.PutBuyingMember;
import io.crmkit.api.sales.opportunity.ReopenOpportunity;
import io.crmkit.api.sales.opportunity.StageStay;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.Money;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class OpportunityContractTest {

  private static AdvanceOpportunity to(Opportunity opportunity, String stage) {
    return new AdvanceOpportunity(opportunity.id(), opportunity.version(), stage);
  }

  @OnEveryStorage
  void an_opportunity_begins_in_the_first_stage_of_its_pipeline(TestCrm crm) {
    Opportunity opportunity = SalesFixture.opportunity(crm.session(), "Deal");

    assertThat(opportunity.progress().stage()).isEqualTo("prospecting");
    assertThat(opportunity.progress().probability()).isEqualTo(10);
    assertThat(opportunity.owner().person()).isEqualTo(TestCrm.ACTOR);
    assertThat(crm.get(Opportunities.class).get(opportunity.id())).isEqualTo(opportunity);
  }

  @OnEveryStorage
  void without_its_pipeline_it_does_not_begin(TestCrm crm) {
    assertRefused(
        () -> crm.get(Opportunities.class).open(OpenOpportunity.of("x", null)),
        SalesReason.PIPELINE_UNKNOWN);
  }

  @OnEveryStorage
  void a_refused_move_says_every_reason(TestCrm crm) {
    Opportunities opportunities = crm.get(Opportunities.class);
    Opportunity opportunity = SalesFixture.opportunity(crm.session(), "Deal");
    Opportunity engaging = opportunities.advance(to(opportunity, "engaging"));

    assertRefused(
        () -> opportunities.advance(to(engaging, "offer")),
        SalesReason.FIELD_REQUIRED,
        SalesReason.DECISION_MAKER_NOT_MET,
        SalesReason.AMOUNT_MISSING);

    assertThat(opportunities.get(opportunity.id())).isEqualTo(engaging);
  }

  @OnEveryStorage
  void after_mending_the_move_passes(TestCrm crm) {
    CrmSession session = crm.session();
    Opportunities opportunities = crm.get(Opportunities.class);
    Opportunity opportunity = SalesFixture.opportunity(session, "Deal");
    Opportunity engaging = opportunities.advance(to(opportunity, "engaging"));
    ContactId head = SalesFixture.contact(session, opportunity.customer(), "Ann Lee");
    crm.get(BuyingCentres.class)
        .put(
            new PutBuyingMember(
                opportunity.id(), head, BuyingRole.DECISION_MAKER, Stance.SUPPORTER, 90));
    crm.get(BuyingCentres.class).met(opportunity.id(), head);
    Opportunity mended =
        opportunities.amend(
            AmendOpportunity.of(engaging)
                .withDeal(
                    new Deal(Money.of("12000", "EUR"), LocalDate.parse("2026-03-31"), null, null)));

    Opportunity offer = opportunities.advance(to(mended, "offer"));

    assertThat(offer.progress().stage()).isEqualTo("offer");
  }

  @OnEveryStorage
  void a_rehearsed_move_tells_the_reasons_and_changes_nothing(TestCrm crm) {
    Opportunity opportunity = SalesFixture.opportunity(crm.session(), "Deal");
    Opportunity engaging = crm.get(Opportunities.class).advance(to(opportunity, "engaging"));

    List<Reason> reasons =
        crm.session()
            .rehearse(
                s ->
                    s.get(Opportunities.class)
                        .win(new WinOpportunity(engaging.id(), engaging.version())));

    assertReasons(reasons, SalesReason.DECISION_MAKER_NOT_MET, SalesReason.AMOUNT_MISSING);
    assertThat(crm.get(Opportunities.class).get(engaging.id())).isEqualTo(engaging);
  }

  @OnEveryStorage
  void moves_follow_the_pipeline(TestCrm crm) {
    Opportunities opportunities = crm.get(Opportunities.class);
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");

    assertRefused(
        () -> opportunities.advance(to(opportunity, "offer")), SalesReason.STAGE_NOT_NEXT);
    assertRefused(
        () -> opportunities.advance(to(opportunity, "nowhere")), SalesReason.STAGE_UNKNOWN);
    assertRefused(
        () -> opportunities.advance(to(opportunity, "won")),
        SalesReason.STAGE_OF_OTHER_KIND,
        SalesReason.STAGE_NOT_NEXT);
    assertRefused(
        () -> opportunities.win(new WinOpportunity(opportunity.id(), opportunity.version())),
        SalesReason.NO_STAGE_FOLLOWS);
    assertRefused(
        () ->
            opportunities.reopen(
                new ReopenOpportunity(opportunity.id(), opportunity.version(), "engaging")),
        SalesReason.OPPORTUNITY_STILL_OPEN);
  }

  @OnEveryStorage
  void nothing_keeps_a_deal_from_being_lost(TestCrm crm) {
    Opportunities opportunities = crm.get(Opportunities.class);
    Opportunity opportunity = SalesFixture.opportunity(crm.session(), "Deal");
    Opportunity engaging = opportunities.advance(to(opportunity, "engaging"));

    Opportunity lost =
        opportunities.lose(new LoseOpportunity(engaging.id(), engaging.version(), "too dear"));

    assertThat(lost.progress().lossReason()).isEqualTo("too dear");
    assertThat(lost.progress().closedOn()).isEqualTo(LocalDate.parse("2026-01-05"));
    assertThat(crm.events(OpportunityLost.class)).hasSize(1);
  }

  @OnEveryStorage
  void a_lost_deal_can_be_taken_up_again(TestCrm crm) {
    Opportunities opportunities = crm.get(Opportunities.class);
    Opportunity opportunity = SalesFixture.opportunity(crm.session(), "Deal");
    Opportunity lost =
        opportunities.lose(
            new LoseOpportunity(opportunity.id(), opportunity.version(), "too dear"));

    Opportunity open =
        opportunities.reopen(new ReopenOpportunity(lost.id(), lost.version(), "prospecting"));

    assertThat(open.progress().closedOn()).isNull();
    assertThat(open.progress().lossReason()).isNull();
    assertThat(opportunities.history(open.id()).stream().map(OpportunityChange::kind))
        .containsExactly(
            OpportunityChange.Kind.OPENED,
            OpportunityChange.Kind.MOVED,
            OpportunityChange.Kind.REOPENED);
  }

  @OnEveryStorage
  void the_date_of_winning_is_the_tenants(TestCrm crm) {
    crm.profile(
        new TenantProfile(ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"), Locale.CHINESE));
    crm.clock().set(Instant.parse("2026-02-28T17:00:00Z"));
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");

    Opportunity won = SalesFixture.won(crm.session(), opportunity);

    assertThat(won.progress().closedOn()).isEqualTo(LocalDate.parse("2026-03-01"));
  }

  @OnEveryStorage
  void time_in_stage_is_counted_from_what_happened_when(TestCrm crm) {
    Opportunities opportunities = crm.get(Opportunities.class);
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    Instant start = crm.clock().instant();
    crm.clock().advance(Duration.ofDays(10));
    Opportunity engaging =
        crm.session()
            .occurredAt(start.plus(Duration.ofDays(3)))
            .get(Opportunities.class)
            .advance(to(opportunity, "engaging"));

    List<StageStay> stays = opportunities.stays(engaging.id());
    List<OpportunityChange> history = opportunities.history(engaging.id());

    assertThat(stays)
        .containsExactly(
            new StageStay("prospecting", start, start.plus(Duration.ofDays(3)), Duration.ofDays(3)),
            new StageStay("engaging", start.plus(Duration.ofDays(3)), null, Duration.ofDays(7)));
    assertThat(history.get(1).recordedAt()).isEqualTo(start.plus(Duration.ofDays(10)));
  }

  @OnEveryStorage
  void history_never_goes_backwards_nor_into_the_future(TestCrm crm) {
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    Instant now = crm.clock().instant();

    assertRefused(
        () ->
            crm.session()
                .occurredAt(now.minusSeconds(1))
                .get(Opportunities.class)
                .advance(to(opportunity, "engaging")),
        SalesReason.OCCURRED_OUT_OF_ORDER);
    assertThatExceptionOfType(CrmException.class)
        .isThrownBy(
            () ->
                crm.session()
                    .occurredAt(now.plusSeconds(1))
                    .get(Opportunities.class)
                    .advance(to(opportunity, "engaging")));
  }

  @OnEveryStorage
  void a_stale_version_is_told(TestCrm crm) {
    Opportunities opportunities = crm.get(Opportunities.class);
    Opportunity opportunity = SalesFixture.freeOpportunity(crm.session(), "Deal");
    opportunities.advance(to(opportunity, "engaging"));

    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> opportunities.advance(to(opportunity, "engaging")));
  }

  @OnEveryStorage
  void a_closed_deal_is_not_advanced(TestCrm crm) {
    Opportunities opportunities = crm.get(Opportunities.class);
    Opportunity won =
        SalesFixture.won(crm.session(), SalesFixture.freeOpportunity(crm.session(), "Deal"));

    assertRefused(
        () -> opportunities.advance(to(won, "engaging")), SalesReason.OPPORTUNITY_NOT_OPEN);
  }

  @OnEveryStorage
  void an_unanswered_opponent_is_found_until_somebody_meets_them(TestCrm crm) {
    CrmSession session = crm.session();
    Opportunity opportunity = SalesFixture.opportunity(session, "Deal");
    ContactId opponent = SalesFixture.contact(session, opportunity.customer(), "Bo Hard");
    BuyingCentres centres = crm.get(BuyingCentres.class);
    centres.put(
        new PutBuyingMember(opportunity.id(), opponent, BuyingRole.EVALUATOR, Stance.OPPONENT, 60));
    OpportunityMove move =
        new OpportunityMove(opportunity, "offer", StageCategory.OPEN, crm.clock().instant());
    Guards.NoOpponentUnanswered guard = new Guards.NoOpponentUnanswered();

    List<Reason> before = guard.check(session, move, Map.of("days", "7"));
    centres.met(opportunity.id(), opponent);
    List<Reason> after = guard.check(session, move, Map.of("days", "7"));

    assertReasons(before, SalesReason.OPPONENT_UNANSWERED);
    assertThat(after).isEmpty();
  }

  @OnEveryStorage
  void who_decides_and_who_handles_is_answered(TestCrm crm) {
    CrmSession session = crm.session();
    Opportunity opportunity = SalesFixture.opportunity(session, "Deal");
    ContactId head = SalesFixture.contact(session, opportunity.customer(), "Ann Lee");
    ContactId clerk = SalesFixture.contact(session, opportunity.customer(), "Cy Clerk");
    BuyingCentres centres = crm.get(BuyingCentres.class);
    OpportunityId id = opportunity.id();
    centres.put(new PutBuyingMember(id, clerk, BuyingRole.USER, Stance.NEUTRAL, 20));
    centres.put(new PutBuyingMember(id, clerk, BuyingRole.HANDLER, Stance.SUPPORTER, 30));
    centres.put(new PutBuyingMember(id, head, BuyingRole.DECISION_MAKER, Stance.NEUTRAL, 95));

    BuyingCentre centre = centres.of(id);

    assertThat(centre.deciders().stream().map(BuyingMember::contact)).containsExactly(head);
    assertThat(centre.handlers().stream().map(BuyingMember::contact)).containsExactly(clerk);
    assertThat(centre.members().stream().map(BuyingMember::influence)).containsExactly(95, 30);
    assertThat(centre.uncovered()).contains(BuyingRole.USER).doesNotContain(BuyingRole.HANDLER);
  }

  @OnEveryStorage
  void an_earlier_meeting_does_not_hide_a_later_one(TestCrm crm) {
    CrmSession session = crm.session();
    Opportunity opportunity = SalesFixture.opportunity(session, "Deal");
    ContactId head = SalesFixture.contact(session, opportunity.customer(), "Ann Lee");
    BuyingCentres centres = crm.get(BuyingCentres.class);
    centres.put(
        new PutBuyingMember(opportunity.id(), head, BuyingRole.DECISION_MAKER, Stance.NEUTRAL, 95));
    centres.met(opportunity.id(), head);
    Instant now = crm.clock().instant();

    BuyingMember member =
        session
            .occurredAt(now.minus(Duration.ofDays(2)))
            .get(BuyingCentres.class)
            .met(opportunity.id(), head);

    assertThat(member.lastMetAt()).isEqualTo(now);
  }

  @OnEveryStorage
  void whoever_sees_no_opportunity_sees_none_of_its_parts(TestCrm crm) {
    CrmSession session = crm.session();
    Opportunity mine = SalesFixture.freeOpportunity(session, "Mine");
    crm.policy(
        request ->
            request.entity() == Opportunity.class && !request.actor().id().equals(TestCrm.ACTOR)
                ? Access.only(OpportunityAttributes.OWNER.eq(request.actor().id()))
                : Access.allow());

    CrmSession other = crm.session("other");

    assertThat(other.get(Opportunities.class).page(Query.everything()).items()).isEmpty();
    assertThat(other.get(PipelineReports.class).asOf(LocalDate.parse("2026-01-05"))).isEmpty();
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> other.get(Opportunities.class).history(mine.id()));
  }
}
