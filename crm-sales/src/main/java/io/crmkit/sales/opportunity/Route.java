package io.crmkit.sales.opportunity;

import io.crmkit.api.error.Reason;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.Progress;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.RequiredFields;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.sales.pipeline.StageGuard;
import io.crmkit.api.value.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way that a step would go.
 *
 * @param to the stage that it leads to, or null if it leads nowhere
 * @param guards whom to ask
 * @param against what speaks against it without asking anyone
 */
record Route(@Nullable Stage to, List<StageGuard> guards, List<Reason> against) {

  /** Finds the way through the pipeline. */
  static Route find(Opportunity opportunity, Step step, PipelineDefinition pipeline) {
    Progress progress = opportunity.progress();
    List<Reason> against = new ArrayList<>(againstKind(progress, step));
    // A stage cannot vanish: revisions never change, and migration maps every stage.
    Stage from = pipeline.stage(progress.stage()).orElseThrow();
    String named = step.stage();
    Stage to =
        named == null
            ? following(from, step, pipeline, against)
            : named(from, named, step, pipeline, against);
    if (to == null) {
      return new Route(null, List.of(), against);
    }
    against.addAll(missing(opportunity, to));
    List<StageGuard> guards = new ArrayList<>();
    if (to.category() != StageCategory.LOST) {
      guards.addAll(from.exit());
    }
    guards.addAll(to.entry());
    return new Route(to, List.copyOf(guards), List.copyOf(against));
  }

  /** The way into a pipeline. */
  static Route begin(Opportunity opportunity, PipelineDefinition pipeline) {
    Stage first = pipeline.first();
    return new Route(first, first.entry(), missing(opportunity, first));
  }

  private static List<Reason> againstKind(Progress progress, Step step) {
    boolean open = progress.category() == StageCategory.OPEN;
    if (step.kind() == Step.Kind.REOPEN) {
      return open ? List.of(Reason.of(SalesReason.OPPORTUNITY_STILL_OPEN)) : List.of();
    }
    return open
        ? List.of()
        : List.of(
            Reason.of(SalesReason.OPPORTUNITY_NOT_OPEN).with("category", progress.category()));
  }

  private static @Nullable Stage named(
      Stage from, String code, Step step, PipelineDefinition pipeline, List<Reason> against) {
    Stage to = pipeline.stage(code).orElse(null);
    if (to == null) {
      against.add(
          Reason.of(SalesReason.STAGE_UNKNOWN)
              .with("pipeline", pipeline.code())
              .with("stage", code));
      return null;
    }
    if (to.category() != step.kind().leadsTo) {
      against.add(
          Reason.of(SalesReason.STAGE_OF_OTHER_KIND)
              .with("stage", code, to.label())
              .with("category", to.category())
              .with("wanted", step.kind().leadsTo));
    }
    if (!from.movesTo().contains(code)) {
      against.add(
          Reason.of(SalesReason.STAGE_NOT_NEXT)
              .with("from", from.code(), from.label())
              .with("to", code, to.label()));
    }
    return to;
  }

  private static @Nullable Stage following(
      Stage from, Step step, PipelineDefinition pipeline, List<Reason> against) {
    Optional<Stage> to =
        from.movesTo().stream()
            .flatMap(code -> pipeline.stage(code).stream())
            .filter(s -> s.category() == step.kind().leadsTo)
            .findFirst();
    if (to.isEmpty()) {
      against.add(
          Reason.of(SalesReason.NO_STAGE_FOLLOWS)
              .with("wanted", step.kind().leadsTo)
              .with("from", from.code(), from.label()));
    }
    return to.orElse(null);
  }

  private static List<Reason> missing(Opportunity opportunity, Stage stage) {
    return stage.requiredFields().stream()
        .filter(field -> !present(opportunity, field))
        .map(
            field ->
                Reason.of(SalesReason.FIELD_REQUIRED)
                    .with("stage", stage.code(), stage.label())
                    .with("field", field, word(field)))
        .toList();
  }

  private static Label word(String field) {
    return switch (field) {
      case RequiredFields.AMOUNT -> new Label("amount", "金额");
      case RequiredFields.EXPECTED_CLOSE -> new Label("expected date of closing", "预计成交日期");
      case RequiredFields.CUSTOMER -> new Label("customer", "客户");
      case RequiredFields.CONTACT -> new Label("contact", "联系人");
      case RequiredFields.PRODUCT -> new Label("product", "产品");
      case RequiredFields.TEAM -> new Label("team", "团队");
      case RequiredFields.REGION -> new Label("region", "区域");
      // The host's own name for what it asks.
      default -> Label.same(field.substring(RequiredFields.ANSWERS.length()));
    };
  }

  private static boolean present(Opportunity opportunity, String field) {
    if (field.startsWith(RequiredFields.ANSWERS)) {
      String answer = opportunity.answers().get(field.substring(RequiredFields.ANSWERS.length()));
      return answer != null && !answer.isBlank();
    }
    Object value =
        switch (field) {
          case RequiredFields.AMOUNT -> opportunity.deal().amount();
          case RequiredFields.EXPECTED_CLOSE -> opportunity.deal().expectedClose();
          case RequiredFields.CUSTOMER -> opportunity.customer();
          case RequiredFields.CONTACT -> opportunity.origin().contact();
          case RequiredFields.PRODUCT -> opportunity.deal().productName();
          case RequiredFields.TEAM -> opportunity.owner().team();
          case RequiredFields.REGION -> opportunity.owner().region();
          // Definitions are checked, so that only a newer CrmKit can have written this.
          default -> throw new IllegalStateException("unknown required field " + field);
        };
    return value != null;
  }
}
