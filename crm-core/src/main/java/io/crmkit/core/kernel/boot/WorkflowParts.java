package io.crmkit.core.kernel.boot;

import com.google.inject.Provider;
import io.crmkit.api.extension.Action;
import io.crmkit.api.extension.Guard;
import io.crmkit.core.kernel.work.Extensions.ActionEntry;
import io.crmkit.core.kernel.work.Extensions.GuardEntry;
import io.crmkit.core.kernel.work.Extensions.Workflow;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the guards and actions that definitions of workflows can name. */
final class WorkflowParts {

  private final List<String> faults;
  private final Map<String, Map<String, GuardEntry>> guards = new HashMap<>();
  private final Map<String, Map<String, ActionEntry>> actions = new HashMap<>();

  /**
   * @param faults gets what is wrong
   */
  WorkflowParts(List<String> faults) {
    this.faults = faults;
  }

  void add(
      Registration module, Registration.NamedGuard guard, Provider<? extends Guard<?>> provider) {
    GuardEntry other =
        guards
            .computeIfAbsent(guard.point().id(), p -> new LinkedHashMap<>())
            .putIfAbsent(guard.key(), new GuardEntry(module.id(), provider::get));
    if (other != null) {
      faults.add(
          twice(module, "guard " + guard.key() + " at " + guard.point().id(), other.module()));
    }
  }

  void add(
      Registration module,
      Registration.NamedAction action,
      Provider<? extends Action<?>> provider) {
    ActionEntry other =
        actions
            .computeIfAbsent(action.point().id(), p -> new LinkedHashMap<>())
            .putIfAbsent(action.key(), new ActionEntry(module.id(), provider::get));
    if (other != null) {
      faults.add(
          twice(module, "action " + action.key() + " at " + action.point().id(), other.module()));
    }
  }

  private static String twice(Registration module, String what, String other) {
    return module.label() + ": the " + what + " is provided by module " + other + ", too";
  }

  /** Guards that modules name in definitions of their own must be there. */
  void checkNames(List<Registration> registrations) {
    for (Registration registration : registrations) {
      for (Registration.GuardName named : registration.namedGuards) {
        if (!guards.getOrDefault(named.point().id(), Map.of()).containsKey(named.key())) {
          faults.add(
              registration.label()
                  + ": names the guard "
                  + named.key()
                  + " at "
                  + named.point().id()
                  + ", which no module provides");
        }
      }
    }
  }

  Workflow frozen() {
    return new Workflow(frozen(guards), frozen(actions));
  }

  /** Keeps the order of the modules. */
  private static <V> Map<String, Map<String, V>> frozen(Map<String, Map<String, V>> byPoint) {
    Map<String, Map<String, V>> copy = new HashMap<>();
    byPoint.forEach(
        (point, byKey) -> copy.put(point, Collections.unmodifiableMap(new LinkedHashMap<>(byKey))));
    return Map.copyOf(copy);
  }
}
