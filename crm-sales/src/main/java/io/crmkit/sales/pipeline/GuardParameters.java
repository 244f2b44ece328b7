package io.crmkit.sales.pipeline;

import io.crmkit.api.sales.opportunity.BuyingRole;
import io.crmkit.api.sales.pipeline.StageGuard;
import io.crmkit.api.sales.pipeline.StandardGuards;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The parameters of the guards that sales itself brings; plugins check their own. */
public final class GuardParameters {

  private static final int MAX_DAYS = 3_650;

  private GuardParameters() {}

  /** Every unusable parameter of a standard guard, with what is wrong with it. */
  static Map<String, String> faults(StageGuard guard) {
    Map<String, String> faults = new LinkedHashMap<>();
    Map<String, String> given = guard.parameters();
    switch (guard.guard()) {
      case StandardGuards.AMOUNT_PRESENT,
          StandardGuards.CLOSE_DATE_PRESENT,
          StandardGuards.QUOTE_ACCEPTED ->
          unknown(faults, given, Set.of());
      case StandardGuards.DECISION_MAKER_MET -> {
        unknown(faults, given, Set.of("days"));
        number(faults, given, "days", MAX_DAYS);
      }
      case StandardGuards.NO_OPPONENT_UNANSWERED -> {
        unknown(faults, given, Set.of("days", "influence"));
        number(faults, given, "days", MAX_DAYS);
        number(faults, given, "influence", 100);
      }
      case StandardGuards.ROLE_COVERED -> {
        unknown(faults, given, Set.of("role"));
        if (Arrays.stream(BuyingRole.values()).noneMatch(r -> r.name().equals(given.get("role")))) {
          faults.put("role", "must be one of " + Arrays.toString(BuyingRole.values()));
        }
      }
      default -> {
        // A plugin's guard: it says itself, when asked, what it cannot use.
      }
    }
    return faults;
  }

  /** A parameter that {@link #faults} has seen to be a number, or the default. */
  public static int number(Map<String, String> parameters, String name, int otherwise) {
    String text = parameters.get(name);
    return text == null ? otherwise : Integer.parseInt(text);
  }

  private static void number(
      Map<String, String> faults, Map<String, String> given, String name, int max) {
    String text = given.get(name);
    if (text == null) {
      return;
    }
    boolean usable = text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= max;
    if (!usable) {
      faults.put(name, "must be 0 to " + max);
    }
  }

  private static void unknown(
      Map<String, String> faults, Map<String, String> given, Set<String> known) {
    given.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> faults.put(name, "no such parameter"));
  }
}
