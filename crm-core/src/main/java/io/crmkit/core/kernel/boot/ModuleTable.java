package io.crmkit.core.kernel.boot;

import io.crmkit.api.module.LoadedModule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The loaded modules as a table for the log, in the order of their dependencies. */
final class ModuleTable {

  private ModuleTable() {}

  static String of(List<LoadedModule> modules) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("module", "version", "API", "requires", "from"));
    for (LoadedModule module : modules) {
      String api = module.info().api();
      rows.add(
          List.of(
              module.info().id(),
              module.info().version(),
              api == null ? "-" : api,
              module.info().requires().isEmpty()
                  ? "-"
                  : String.join(", ", new TreeSet<>(module.info().requires())),
              module.location()));
    }
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        line.append("  ").append(cell).append(" ".repeat(widths[i] - cell.length()));
      }
      table.append(line.toString().stripTrailing()).append('\n');
    }
    return table.toString().stripTrailing();
  }
}
