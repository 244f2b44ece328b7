package io.crmkit.sales.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageGuard;
import io.crmkit.api.sales.pipeline.StandardGuards;
import io.crmkit.api.value.Label;
import io.crmkit.sales.SalesFixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineRulesTest {

  private static List<String> paths(PipelineDefinition definition) {
    return PipelineRules.faults(definition).stream().map(InvalidInput.Fault::path).toList();
  }

  private static PipelineDefinition with(Stage... stages) {
    return SalesFixture.pipeline().withStages(List.of(stages));
  }

  private static final Label LABEL = Label.same("x");
  private static final Stage WON = Stage.won("won", LABEL);
  private static final Stage LOST = Stage.lost("lost", LABEL);

  @Test
  void a_sound_pipeline_has_no_faults() {
    assertThat(paths(SalesFixture.pipeline())).isEmpty();
  }

  @Test
  void every_fault_is_found_at_once() {
    PipelineDefinition broken =
        with(
            Stage.open("New Stage", new Label("", "新"), 130)
                .requiring("amount", "colour")
                .to("won", "nowhere"),
            WON.withProbability(90),
            Stage.open("island", LABEL, 10).to("won"));

    assertThat(paths(broken))
        .containsExactlyInAnyOrder(
            "definition.stages[0].code",
            "definition.stages[0].label.en",
            "definition.stages[0].probability",
            "definition.stages[0].requiredFields[1]",
            "definition.stages[0].movesTo[1]",
            "definition.stages[1].probability",
            "definition.stages[2]",
            "definition.stages");
  }

  @Test
  void a_pipeline_without_stages_is_refused() {
    assertThat(paths(with())).containsExactly("definition.stages");
  }

  @Test
  void a_code_used_twice_is_found() {
    Stage first = Stage.open("first", LABEL, 10).to("won", "lost");

    assertThat(paths(with(first, first, WON, LOST))).contains("definition.stages[1].code");
  }

  @Test
  void opportunities_cannot_begin_in_a_closed_stage() {
    Stage open = Stage.open("open", LABEL, 10).to("won", "lost");

    assertThat(paths(with(WON.to("open"), open, LOST)))
        .containsExactly("definition.stages[0].category");
  }

  @Test
  void an_open_stage_must_lead_somewhere_and_not_to_itself() {
    Stage first = Stage.open("first", LABEL, 10).to("first", "dead", "won", "lost");
    Stage dead = Stage.open("dead", LABEL, 10);

    assertThat(paths(with(first, dead, WON, LOST)))
        .containsExactlyInAnyOrder(
            "definition.stages[0].movesTo[0]", "definition.stages[1].movesTo");
  }

  @Test
  void a_closed_stage_leads_only_to_open_ones() {
    Stage first = Stage.open("first", LABEL, 10).to("won", "lost");

    assertThat(paths(with(first, WON.to("lost"), LOST)))
        .containsExactly("definition.stages[1].movesTo[0]");
  }

  @Test
  void parameters_of_standard_guards_are_checked() {
    Stage first =
        Stage.open("first", LABEL, 10)
            .leaving(
                StageGuard.of(StandardGuards.DECISION_MAKER_MET).with("days", "soon"),
                StageGuard.of(StandardGuards.AMOUNT_PRESENT).with("days", 3),
                StageGuard.of(StandardGuards.NO_OPPONENT_UNANSWERED).with("influence", 101),
                StageGuard.of(StandardGuards.ROLE_COVERED).with("role", "KING"),
                StageGuard.of("plugin-guard").with("anything", "goes"))
            .to("won", "lost");

    assertThat(paths(with(first, WON, LOST)))
        .containsExactlyInAnyOrder(
            "definition.stages[0].exit[0].parameters.days",
            "definition.stages[0].exit[1].parameters.days",
            "definition.stages[0].exit[2].parameters.influence",
            "definition.stages[0].exit[3].parameters.role");
  }
}
