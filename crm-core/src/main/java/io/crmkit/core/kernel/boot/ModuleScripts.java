package io.crmkit.core.kernel.boot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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

  /** The scripts of every module that has some, in the order in which modules depend on another. */
  static List<ModuleScripts> of(
      List<Registration> registrations, String database, List<String> faults) {
    ScriptFinder finder = new ScriptFinder(database);
    List<ModuleScripts> all = new ArrayList<>();
    for (Registration registration : registrations) {
      if (!registration.migrations.isEmpty()) {
        all.add(of(registration, finder, faults));
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
