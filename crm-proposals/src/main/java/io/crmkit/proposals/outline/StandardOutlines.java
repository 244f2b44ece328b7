package io.crmkit.proposals.outline;

import io.crmkit.api.CrmSession;
import io.crmkit.api.proposal.OutlineSource;
import io.crmkit.api.proposal.ProposalOutline;
import io.crmkit.api.proposal.ProposalOutline.Chapter;
import io.crmkit.api.value.Label;
import java.util.List;

/** The outlines that come with CrmKit. Immutable and safe for many threads. */
public final class StandardOutlines implements OutlineSource {

  /** Needs, analysis, design, implementation, budget and payment: a solution to be built. */
  public static final String SOLUTION = "solution";

  /** Offer, price, delivery and payment: goods as they are. */
  public static final String SUPPLY = "supply";

  private static final List<ProposalOutline> OUTLINES =
      List.of(
          new ProposalOutline(
              SOLUTION,
              new Label("Solution proposal", "解决方案建议书"),
              List.of(
                  chapter(
                      "Customer needs", "客户需求", leaf("Background", "项目背景"), leaf("Goals", "项目目标")),
                  chapter(
                      "Needs analysis", "需求分析", leaf("Present state", "现状"), leaf("Gaps", "差距")),
                  chapter(
                      "Solution design",
                      "方案设计",
                      leaf("Architecture", "总体架构"),
                      leaf("Products and services", "产品与服务")),
                  chapter(
                      "Implementation",
                      "实施计划",
                      leaf("Schedule", "进度安排"),
                      leaf("Team", "项目团队"),
                      leaf("Acceptance", "验收标准")),
                  chapter(
                      "Budget and payment",
                      "预算与付款",
                      leaf("Budget", "预算"),
                      leaf("Payment terms", "付款条件")))),
          new ProposalOutline(
              SUPPLY,
              new Label("Supply proposal", "供货建议书"),
              List.of(
                  leaf("Offer", "供货内容"),
                  leaf("Prices", "价格"),
                  leaf("Delivery and acceptance", "交货与验收"),
                  leaf("Payment terms", "付款条件"))));

  @Override
  public List<ProposalOutline> outlines(CrmSession session) {
    return OUTLINES;
  }

  private static Chapter chapter(String en, String zh, Chapter... sections) {
    return new Chapter(new Label(en, zh), List.of(sections));
  }

  private static Chapter leaf(String en, String zh) {
    return new Chapter(new Label(en, zh), List.of());
  }
}
