package io.crmkit.core.kernel.boot;

import io.crmkit.core.kernel.sql.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of one module, in the order of their versions.
 *
 * @param id the module's id
 * @param label how faults name the module
 */
record ModuleScripts(String id, String label, List<Script> scripts) {

  private static final String HISTORY = "crm_schema_";

  /** The table that says which of them were run. */
  String history() {
    return HISTORY + id;
  }

  /** The version that all of them lead to; empty if there are none. */
  String lastVersion() {
    return scripts.isEmpty() ? "" : scripts.get(scripts.size() - 1).version();
  }

  /**
   * @param version the last one that was run, or null
   */
  List<Script> after(@Nullable String version) {
    int first = 0;
    for (int i = 0; i < scripts.size(); i++) {
      if (scripts.get(i).version().equals(version)) {
        first = i + 1;
      }
    }
    return scripts.subList(first, scripts.size());
  }

  /** The scripts of every module that has some, in the order in which modules depend on another. */
  static List<ModuleScripts> of(
      List<Registration> registrations, Dialect dialect, List<String> faults) {
    ScriptFinder finder = new ScriptFinder(dialect.name());
    List<ModuleScripts> all = new ArrayList<>();
    for (Registration registration : registrations) {
      if (!registration.migrations.isEmpty()) {
        ModuleScripts scripts = of(registration, finder, faults);
        all.add(scripts);
        for (Script script : scripts.scripts) {
          for (String unknown : script.unknownPlaceholders(dialect)) {
            faults.add(scripts.label + ": " + script.name() + " uses the unknown " + unknown);
          }
        }
      }
    }
    return all;
  }

  private static ModuleScripts of(
      Registration registration, ScriptFinder finder, List<String> faults) {
    List<String> found = new ArrayList<>();
    ClassLoader loader = registration.module.getClass().getClassLoader();
    List<Script> scripts = new ArrayList<>();
    for (String folder : registration.migrations) {
      scripts.addAll(finder.find(loader, folder, found));
    }
    Collections.sort(scripts);
    found.forEach(f -> faults.add(registration.label() + ": " + f));
    return new ModuleScripts(registration.id(), registration.label(), List.copyOf(scripts));
  }
}
