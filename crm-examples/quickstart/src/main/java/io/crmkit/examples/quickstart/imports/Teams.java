package io.crmkit.examples.quickstart.imports;

import io.crmkit.api.sales.opportunity.Salesperson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * sales_teams.csv: the salespeople. CrmKit keeps no users; they become owners of opportunities,
 * with their manager as the team, and their region.
 */
final class Teams {

  static final String FILE = "sales_teams.csv";

  private final Problems problems;
  private final Map<String, Salesperson> agents = new HashMap<>();

  Teams(Problems problems) {
    this.problems = problems;
  }

  long read(Path folder) throws IOException {
    CsvFile file = new CsvFile(folder, FILE, "sales_agent", "manager", "regional_office");
    return file.read(problems, this::take);
  }

  /** The salespeople by name. */
  Map<String, Salesperson> agents() {
    return agents;
  }

  private void take(Row row) throws IOException {
    String name = row.need("sales_agent");
    if (agents.containsKey(name)) {
      row.fault("sales_agent", "is in this file already: " + name);
    }
    if (row.faults().isEmpty()) {
      agents.put(name, new Salesperson(name, row.text("manager"), row.text("regional_office")));
    } else {
      problems.addAll(row.at(), row.faults());
    }
  }
}
