package io.crmkit.examples.quickstart.story;

import static io.crmkit.api.sales.pipeline.StandardGuards.AMOUNT_PRESENT;
import static io.crmkit.api.sales.pipeline.StandardGuards.CLOSE_DATE_PRESENT;
import static io.crmkit.api.sales.pipeline.StandardGuards.DECISION_MAKER_MET;
import static io.crmkit.api.sales.pipeline.StandardGuards.QUOTE_ACCEPTED;
import static io.crmkit.api.sales.pipeline.StandardGuards.ROLE_COVERED;

import io.crmkit.api.sales.opportunity.BuyingRole;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageGuard;
import io.crmkit.api.value.Label;
import java.util.List;

/** Two pipelines, as data. */
final class Pipelines {

  private Pipelines() {}

  /** Four open stages. */
  static PipelineDefinition standard() {
    return new PipelineDefinition(
        PipelineDefinition.STANDARD,
        new Label("Equipment sales", "设备销售"),
        List.of(
            Stage.open("qualified", new Label("Qualified", "已确认"), 20).to("needs", "lost"),
            Stage.open("needs", new Label("Needs analysis", "需求分析"), 35)
                .to("offer", "qualified", "lost"),
            Stage.open("offer", new Label("Offer", "报价"), 60)
                .entering(
                    StageGuard.of(DECISION_MAKER_MET).with("days", 30),
                    StageGuard.of(AMOUNT_PRESENT))
                .to("negotiation", "needs", "lost"),
            Stage.open("negotiation", new Label("Negotiation", "商务谈判"), 80)
                .entering(
                    StageGuard.of(ROLE_COVERED).with("role", BuyingRole.HANDLER),
                    StageGuard.of(CLOSE_DATE_PRESENT))
                .to("won", "offer", "lost"),
            Stage.won("won", new Label("Won", "赢单")).entering(StageGuard.of(QUOTE_ACCEPTED)),
            Stage.lost("lost", new Label("Lost", "丢单")).to("qualified")));
  }

  /** Three open stages, as for a public bid. */
  static PipelineDefinition bidding() {
    return new PipelineDefinition(
        "bidding",
        new Label("Public bids", "招投标"),
        List.of(
            Stage.open("announced", new Label("Project announced", "项目立项"), 15).to("bid", "failed"),
            Stage.open("bid", new Label("Bid", "投标"), 45)
                .entering(
                    StageGuard.of(DECISION_MAKER_MET).with("days", 45),
                    StageGuard.of(AMOUNT_PRESENT),
                    StageGuard.of(CLOSE_DATE_PRESENT))
                .to("clarification", "failed"),
            Stage.open("clarification", new Label("Clarification", "澄清谈判"), 75)
                .entering(StageGuard.of(ROLE_COVERED).with("role", BuyingRole.HANDLER))
                .to("awarded", "bid", "failed"),
            Stage.won("awarded", new Label("Awarded", "中标"))
                .entering(StageGuard.of(QUOTE_ACCEPTED)),
            Stage.lost("failed", new Label("Bid lost", "失标")).to("announced")));
  }
}
