package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.customer.interaction.InteractionChannel;
import io.crmkit.api.customer.interaction.Interactions;
import io.crmkit.api.customer.interaction.Participant;
import io.crmkit.api.customer.interaction.Promise;
import io.crmkit.api.customer.interaction.RecordInteraction;
import io.crmkit.api.error.Reason;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.AmendOpportunity;
import io.crmkit.api.sales.opportunity.BuyingCentres;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.StageStay;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Goods;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.util.List;
import java.util.Objects;

/** Step 3: along a pipeline that is data; what is refused is refused with every reason. */
public final class PipelineMoves implements Chapter {

  private static final int FIRST_DAY = 7;
  private static final int DAYS_BETWEEN = 7;

  @Override
  public Label title() {
    return new Label("Along the pipeline", "沿销售流程推进");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of(Opportunities.class);
  }

  @Override
  public void tell(Tale tale) {
    PipelineDefinition pipeline = tale.facts().pipeline();
    List<Stage> open =
        pipeline.stages().stream().filter(s -> s.category() == StageCategory.OPEN).toList();
    tale.tell()
        .say(
            "The pipeline \"{0}\" is data: {1}.",
            "销售流程“{0}”以数据定义：{1}。", pipeline.name(), open.stream().map(Stage::label).toList());
    int day = FIRST_DAY;
    for (Stage stage : open.subList(1, open.size())) {
      tale.at(day, "11:00");
      enter(tale, stage, day);
      day += DAYS_BETWEEN;
    }
    stays(tale, pipeline);
  }

  /** Asks first what stands in the way, mends that, and goes on. */
  private void enter(Tale tale, Stage stage, int day) {
    Opportunities opportunities = tale.get(Opportunities.class);
    Opportunity before = opportunities.get(tale.cast().get(Role.OPPORTUNITY));
    AdvanceOpportunity move = new AdvanceOpportunity(before.id(), before.version(), stage.code());
    List<Reason> against =
        tale.session().rehearse(session -> session.get(Opportunities.class).advance(move));
    if (against.isEmpty()) {
      opportunities.advance(move);
      tale.tell().say("To \"{0}\": passes.", "进入“{0}”：通过。", stage.label());
      return;
    }
    tale.tell().say("To \"{0}\": refused.", "进入“{0}”：被拒绝。", stage.label());
    tale.refused(() -> opportunities.advance(move));
    mend(tale, day);
    Opportunity mended = opportunities.get(before.id());
    opportunities.advance(new AdvanceOpportunity(mended.id(), mended.version(), stage.code()));
    tale.tell().say("To \"{0}\" once more: passes.", "再次进入“{0}”：通过。", stage.label());
  }

  /** Meets the decision maker, and comes home with an amount and a date. */
  private void mend(Tale tale, int day) {
    tale.at(day + 2, "15:30");
    Opportunities opportunities = tale.get(Opportunities.class);
    Opportunity opportunity = opportunities.get(tale.cast().get(Role.OPPORTUNITY));
    String subject = tale.text("Visit: aims and budget of the new room", "拜访：新机房的目标与预算");
    Promise promise =
        Promise.ours(tale.text("Floor plan for the X-ray room", "提供X光室平面图"), tale.day(day + 9));
    tale.get(Interactions.class)
        .record(
            RecordInteraction.outbound(
                    tale.cast().get(Role.CUSTOMER), InteractionChannel.VISIT, subject)
                .withAbout(EntityRef.of(SalesEntities.OPPORTUNITY, opportunity.id()))
                .withParticipants(
                    List.of(
                        Participant.contact(tale.cast().get(Role.DECIDER)),
                        Participant.staff("lily")))
                .withPromises(List.of(promise)));
    tale.get(BuyingCentres.class).met(opportunity.id(), tale.cast().get(Role.DECIDER));
    Opportunity amended =
        opportunities.amend(
            AmendOpportunity.of(opportunity)
                .withDeal(
                    opportunity
                        .deal()
                        .withAmount(tale.facts().money(estimate(tale)))
                        .withExpectedClose(tale.day(45))));
    tale.tell()
        .say(
            "Lily visits the director; the deal is worth {0}, to be closed by {1}.",
            "Lily 拜访院长；预计金额 {0}，预计 {1} 前成交。",
            Objects.requireNonNull(amended.deal().amount()),
            Objects.requireNonNull(amended.deal().expectedClose()));
  }

  private static long estimate(Tale tale) {
    return Long.parseLong(tale.facts().prices().of(Goods.SYSTEM));
  }

  private void stays(Tale tale, PipelineDefinition pipeline) {
    tale.tell().say("Time in stage so far:", "各阶段停留时间：");
    for (StageStay stay : tale.get(Opportunities.class).stays(tale.cast().get(Role.OPPORTUNITY))) {
      Label stage = pipeline.stage(stay.stage()).map(Stage::label).orElse(Label.same(stay.stage()));
      tale.tell()
          .item("{0}: since {1}, {2}", "{0}：{1} 起，{2}", stage, stay.enteredAt(), stay.duration());
    }
  }
}
