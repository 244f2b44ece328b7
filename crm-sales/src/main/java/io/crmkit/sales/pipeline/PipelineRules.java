package io.crmkit.sales.pipeline;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.RequiredFields;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageAction;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.sales.pipeline.StageGuard;
import io.crmkit.api.value.Label;
import io.crmkit.sales.validation.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds every fault of a pipeline's definition. */
final class PipelineRules {

  private static final int MAX_STAGES = 50;

  private PipelineRules() {}

  static List<InvalidInput.Fault> faults(PipelineDefinition definition) {
    Faults faults = new Faults();
    faults.code("definition.code", definition.code());
    label(faults, "definition.name", definition.name());
    List<Stage> stages = definition.stages();
    faults.count("definition.stages", stages.size(), MAX_STAGES);
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < stages.size(); i++) {
      String path = "definition.stages[" + i + "].";
      if (!codes.add(stages.get(i).code())) {
        faults.add(path + "code", "is used twice: " + stages.get(i).code());
      }
      stage(faults, path, stages.get(i));
    }
    moves(faults, stages, codes);
    actions(faults, definition.actions(), codes);
    shape(faults, stages);
    return faults.all();
  }

  private static void stage(Faults faults, String path, Stage stage) {
    faults.code(path + "code", stage.code());
    label(faults, path + "label", stage.label());
    faults.upTo(path + "probability", stage.probability(), 100);
    if (stage.category() == StageCategory.WON && stage.probability() != 100) {
      faults.add(path + "probability", "must be 100 in a won stage");
    }
    if (stage.category() == StageCategory.LOST && stage.probability() != 0) {
      faults.add(path + "probability", "must be 0 in a lost stage");
    }
    guards(faults, path + "entry", stage.entry());
    guards(faults, path + "exit", stage.exit());
    for (int i = 0; i < stage.requiredFields().size(); i++) {
      String field = stage.requiredFields().get(i);
      boolean answer =
          field.startsWith(RequiredFields.ANSWERS)
              && field.length() > RequiredFields.ANSWERS.length();
      if (!answer && !RequiredFields.ALL.contains(field)) {
        faults.add(path + "requiredFields[" + i + "]", "no such field: " + field);
      }
    }
  }

  private static void guards(Faults faults, String path, List<StageGuard> guards) {
    for (int i = 0; i < guards.size(); i++) {
      String guardPath = path + "[" + i + "].";
      faults.text(guardPath + "guard", guards.get(i).guard(), 100);
      GuardParameters.faults(guards.get(i))
          .forEach((name, problem) -> faults.add(guardPath + "parameters." + name, problem));
    }
  }

  private static void actions(Faults faults, List<StageAction> actions, Set<String> stages) {
    for (int i = 0; i < actions.size(); i++) {
      String path = "definition.actions[" + i + "].";
      faults.text(path + "action", actions.get(i).action(), 100);
      if (!stages.contains(actions.get(i).stage())) {
        faults.add(path + "stage", "no such stage: " + actions.get(i).stage());
      }
    }
  }

  private static void moves(Faults faults, List<Stage> stages, Set<String> codes) {
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      String path = "definition.stages[" + i + "].movesTo";
      for (int j = 0; j < stage.movesTo().size(); j++) {
        String to = stage.movesTo().get(j);
        if (!codes.contains(to)) {
          faults.add(path + "[" + j + "]", "no such stage: " + to);
        } else if (to.equals(stage.code())) {
          faults.add(path + "[" + j + "]", "leads to the stage itself");
        } else if (stage.category() != StageCategory.OPEN && !open(stages, to)) {
          faults.add(path + "[" + j + "]", "a closed stage leads only to open ones: " + to);
        }
      }
      if (stage.category() == StageCategory.OPEN && stage.movesTo().isEmpty()) {
        faults.add(path, "an open stage must lead somewhere");
      }
    }
  }

  /** A way in, both ways out, and no stage that no deal can ever reach. */
  private static void shape(Faults faults, List<Stage> stages) {
    if (stages.isEmpty()) {
      return;
    }
    if (stages.get(0).category() != StageCategory.OPEN) {
      faults.add("definition.stages[0].category", "opportunities begin in an open stage");
    }
    for (StageCategory way : List.of(StageCategory.WON, StageCategory.LOST)) {
      if (stages.stream().noneMatch(s -> s.category() == way)) {
        faults.add("definition.stages", "no stage is " + way);
      }
    }
    Set<String> reached = new HashSet<>(Set.of(stages.get(0).code()));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Stage stage : stages) {
        grown |= reached.contains(stage.code()) && reached.addAll(stage.movesTo());
      }
    }
    for (int i = 0; i < stages.size(); i++) {
      if (!reached.contains(stages.get(i).code())) {
        faults.add("definition.stages[" + i + "]", "cannot be reached: " + stages.get(i).code());
      }
    }
  }

  private static boolean open(List<Stage> stages, String code) {
    return stages.stream()
        .anyMatch(s -> s.code().equals(code) && s.category() == StageCategory.OPEN);
  }

  private static void label(Faults faults, String path, Label label) {
    faults.text(path + ".en", label.en(), 200).text(path + ".zh", label.zh(), 200);
  }
}
