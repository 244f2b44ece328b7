package io.crmkit.benchmarks.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes the four files of an import, of the size of a mid-sized seller's year; always the same.
 */
final class PipelineFiles {

  private static final int ACCOUNTS = 85;
  private static final int AGENTS = 35;
  private static final int OPPORTUNITIES = 8_800;
  private static final List<String> PRODUCTS = List.of("Pump S", "Pump M", "Pump L", "Valve");
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  private PipelineFiles() {}

  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("accounts.csv"), accounts());
    Files.write(folder.resolve("products.csv"), products());
    Files.write(folder.resolve("sales_teams.csv"), teams());
    Files.write(folder.resolve("sales_pipeline.csv"), pipeline());
    return folder;
  }

  private static List<String> accounts() {
    List<String> lines = new ArrayList<>();
    lines.add("account,sector,year_established,revenue,employees,office_location,subsidiary_of");
    for (int i = 0; i < ACCOUNTS; i++) {
      String parent = i % 6 == 5 ? "Account " + (i - 5) : "";
      lines.add(
          "Account %d,software,%d,%d.5,%d,Germany,%s"
              .formatted(i, 1980 + i % 30, 100 + i, 50 + i, parent));
    }
    return lines;
  }

  private static List<String> products() {
    List<String> lines = new ArrayList<>(List.of("product,series,sales_price"));
    PRODUCTS.forEach(p -> lines.add(p + "," + p.substring(0, 4) + ",1200"));
    return lines;
  }

  private static List<String> teams() {
    List<String> lines = new ArrayList<>(List.of("sales_agent,manager,regional_office"));
    for (int i = 0; i < AGENTS; i++) {
      lines.add("Agent %d,Manager %d,%s".formatted(i, i % 6, i % 2 == 0 ? "East" : "West"));
    }
    return lines;
  }

  private static List<String> pipeline() {
    Random random = new Random(4711);
    List<String> lines = new ArrayList<>();
    lines.add(
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value");
    for (int i = 0; i < OPPORTUNITIES; i++) {
      LocalDate engaged = FIRST_DAY.plusDays(random.nextInt(300));
      LocalDate closed = engaged.plusDays(random.nextInt(120));
      String stage = List.of("Won", "Won", "Lost", "Engaging").get(random.nextInt(4));
      boolean open = stage.equals("Engaging");
      lines.add(
          "OPP%05d,Agent %d,%s,Account %d,%s,%s,%s,%s"
              .formatted(
                  i,
                  random.nextInt(AGENTS),
                  PRODUCTS.get(random.nextInt(PRODUCTS.size())),
                  random.nextInt(ACCOUNTS),
                  stage,
                  engaged,
                  open ? "" : closed,
                  open ? "" : stage.equals("Won") ? 500 + random.nextInt(5_000) : 0));
    }
    return lines;
  }
}
