package io.crmkit.verification.plans;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How PostgreSQL would run a statement.
 *
 * @param sql the statement, values as question marks
 * @param root the plan as PostgreSQL tells it in JSON
 */
record Plan(String sql, JsonNode root) {

  /** A statement may cost this part of what it costs to read the table. */
  private static final double PART = 0.25;

  /**
   * What is wrong with it; empty if an index serves it.
   *
   * @param readCosts what it costs to read each large table as a whole
   */
  List<String> faults(Map<String, Double> readCosts) {
    List<String> faults = new ArrayList<>();
    List<JsonNode> nodes = new ArrayList<>();
    collect(root, nodes);
    double greatest = 0;
    for (JsonNode node : nodes) {
      String table = node.path("Relation Name").asText("");
      Double cost = readCosts.get(table);
      if (cost != null) {
        greatest = Math.max(greatest, cost);
        if (node.path("Node Type").asText().equals("Seq Scan")) {
          faults.add("reads all of " + table);
        }
      }
    }
    double total = root.path("Total Cost").asDouble();
    if (faults.isEmpty() && greatest > 0 && total > greatest * PART) {
      faults.add(
          "costs %.0f of the %.0f of reading the table: %s"
              .formatted(total, greatest, shape(nodes)));
    }
    return faults;
  }

  /** Whether it reads a large table at all. */
  boolean reads(Map<String, Double> readCosts) {
    List<JsonNode> nodes = new ArrayList<>();
    collect(root, nodes);
    return nodes.stream().anyMatch(n -> readCosts.containsKey(n.path("Relation Name").asText()));
  }

  private static String shape(List<JsonNode> nodes) {
    List<String> words = new ArrayList<>();
    for (JsonNode node : nodes) {
      words.add(
          (node.path("Node Type").asText() + " " + node.path("Index Name").asText("")).strip());
    }
    return String.join(" > ", words);
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    into.add(node);
    node.path("Plans").forEach(child -> collect(child, into));
  }
}
