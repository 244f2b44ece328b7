package io.crmkit.examples.quickstart.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Files of the form that the import reads, with the kinds of dirt that real ones have: a misspelt
 * product, a misspelt sector, rows without an account or an engage date, agents without deals; and,
 * if wanted, rows that cannot be taken. What must come of them is counted here while they are
 * written, by none of the program's code. The same seed gives the same files.
 */
public final class GeneratedFolder {

  private static final String[] PRODUCTS = {
    "Lamp One", "Lamp Two", "Lamp Pro", "Desk Basic", "Desk Pro", "Chair 500"
  };
  private static final int[] PRICES = {55, 550, 1096, 3393, 4821, 26768};
  private static final String[] SECTORS = {"retail", "medical", "finance", "technolgy"};
  private static final String[] REGIONS = {"North", "South", "West"};
  private static final String MISSPELT = "LampPro";

  private final Random random;
  private final Path folder;
  private final int rows;

  /** Opportunities that must be there, by stage of our pipeline. */
  public final Map<String, Long> countByStage = new TreeMap<>();

  /** What must have been won, by quarter, product and region. */
  public final Map<String, BigDecimal> wonByQuarter = new TreeMap<>();

  public final Map<String, BigDecimal> wonByProduct = new TreeMap<>();
  public final Map<String, BigDecimal> wonByRegion = new TreeMap<>();
  public BigDecimal wonValue = BigDecimal.ZERO;

  /** Rows that are taken though incomplete, and rows in which aliases are used. */
  public long withoutAccount;

  public long withoutEngageDate;
  public int misspeltProducts;
  public int misspeltSectors;

  /** Accounts by name, and the parent of each that has one. */
  public final List<String> accounts = new ArrayList<>();

  public final Map<String, String> parents = new HashMap<>();

  /** What must be reported, as file:line:field. */
  public final List<String> problems = new ArrayList<>();

  private final List<String> agents = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private GeneratedFolder(Path folder, long seed, int rows) {
    this.folder = folder;
    this.random = new Random(seed);
    this.rows = rows;
  }

  /** Files of which every row can be taken. */
  public static GeneratedFolder clean(Path folder, long seed, int rows) throws IOException {
    GeneratedFolder made = new GeneratedFolder(folder, seed, rows);
    made.writeAccounts();
    made.writeProducts();
    made.writeTeams();
    made.writeDeals(false);
    return made;
  }

  /** The same with rows among them that cannot be taken. */
  public static GeneratedFolder dirty(Path folder, long seed, int rows) throws IOException {
    GeneratedFolder made = new GeneratedFolder(folder, seed, rows);
    made.writeAccounts();
    made.spoilAccounts();
    made.writeProducts();
    made.writeTeams();
    made.writeDeals(true);
    return made;
  }

  private void writeAccounts() throws IOException {
    lines.clear();
    lines.add("account,sector,year_established,revenue,employees,office_location,subsidiary_of");
    for (int i = 0; i < 40; i++) {
      String name = i % 7 == 0 ? "\"Umbra, Sons & Co. " + i + "\"" : "Account " + i;
      accounts.add(name.replace("\"", ""));
      // a parent on a later line, every now and then
      String parent = i % 5 == 0 ? "Account " + (i + 8) : "";
      if (!parent.isEmpty() && i + 8 < 40 && (i + 8) % 7 != 0) {
        parents.put(accounts.get(i), parent);
      } else {
        parent = "";
      }
      String sector = SECTORS[random.nextInt(SECTORS.length)];
      misspeltSectors += sector.equals("technolgy") ? 1 : 0;
      lines.add(
          String.join(
              ",",
              name,
              sector,
              String.valueOf(1980 + random.nextInt(40)),
              random.nextInt(9_000) + "." + random.nextInt(10) + random.nextInt(10),
              String.valueOf(random.nextInt(20_000)),
              "Kenya",
              parent));
    }
    write("accounts.csv");
  }

  private void spoilAccounts() throws IOException {
    Path file = folder.resolve("accounts.csv");
    List<String> all = new ArrayList<>(Files.readAllLines(file));
    all.add(",retail,2001,1,1,Kenya,");
    problems.add("accounts.csv:" + all.size() + ":account");
    all.add("Account 1,retail,2001,1,1,Kenya,");
    problems.add("accounts.csv:" + all.size() + ":account");
    all.add("Late Ltd,retail,long ago,1,2.5,Kenya,");
    problems.add("accounts.csv:" + all.size() + ":year_established");
    problems.add("accounts.csv:" + all.size() + ":employees");
    all.add("Short Ltd,retail");
    problems.add("accounts.csv:" + all.size() + ":");
    Files.write(file, all);
  }

  private void writeProducts() throws IOException {
    lines.clear();
    lines.add("product,series,sales_price");
    for (int i = 0; i < PRODUCTS.length; i++) {
      lines.add(PRODUCTS[i] + "," + PRODUCTS[i].split(" ")[0] + "," + PRICES[i]);
    }
    write("products.csv");
    Files.writeString(
        folder.resolve("mapping.properties"),
        "alias.product." + MISSPELT + "=Lamp Pro\nsource=generated\n");
  }

  private void writeTeams() throws IOException {
    lines.clear();
    lines.add("sales_agent,manager,regional_office");
    for (int i = 0; i < 12; i++) {
      agents.add("Agent " + i);
      lines.add("Agent " + i + ",Manager " + i % 4 + "," + REGIONS[i % 3]);
    }
    write("sales_teams.csv");
  }

  private void writeDeals(boolean spoilt) throws IOException {
    lines.clear();
    lines.add(
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value");
    for (int i = 0; i < rows; i++) {
      if (spoilt && i % 50 == 49) {
        lines.add(spoilt(i / 50));
      } else {
        lines.add(deal(i));
      }
    }
    write("sales_pipeline.csv");
  }

  private String deal(int number) {
    int agent = random.nextInt(agents.size() - 2); // two agents sell nothing
    int product = random.nextInt(PRODUCTS.length);
    boolean misspelt = PRODUCTS[product].equals("Lamp Pro") && random.nextBoolean();
    misspeltProducts += misspelt ? 1 : 0;
    String account = "";
    if (random.nextInt(6) > 0) {
      account = accounts.get(random.nextInt(accounts.size()));
    } else {
      withoutAccount++;
    }
    LocalDate engaged = LocalDate.of(2016, 10, 1).plusDays(random.nextInt(300));
    LocalDate closed = engaged.plusDays(random.nextInt(150));
    int value = PRICES[product] + random.nextInt(100);
    int dice = random.nextInt(100);
    String start = "OP" + number + "," + agents.get(agent) + ",";
    String what = (misspelt ? MISSPELT : PRODUCTS[product]) + "," + quoted(account) + ",";
    if (dice < 6) {
      countByStage.merge("prospecting", 1L, Long::sum);
      withoutEngageDate++;
      return start + what + "Prospecting,,,";
    } else if (dice < 25) {
      countByStage.merge("engaging", 1L, Long::sum);
      return start + what + "Engaging," + engaged + ",,";
    } else if (dice < 55) {
      countByStage.merge("lost", 1L, Long::sum);
      return start + what + "Lost," + engaged + "," + closed + ",0";
    }
    countByStage.merge("won", 1L, Long::sum);
    BigDecimal won = BigDecimal.valueOf(value);
    wonValue = wonValue.add(won);
    String quarter = closed.getYear() + "-Q" + ((closed.getMonthValue() + 2) / 3);
    wonByQuarter.merge(quarter, won, BigDecimal::add);
    wonByProduct.merge(PRODUCTS[product], won, BigDecimal::add);
    wonByRegion.merge(REGIONS[agent % 3], won, BigDecimal::add);
    return start + what + "Won," + engaged + "," + closed + "," + value;
  }

  private static String quoted(String text) {
    return text.contains(",") ? "\"" + text + "\"" : text;
  }

  /** A row that cannot be taken, and the fields that must be named. */
  private String spoilt(int kind) {
    int line = lines.size() + 1;
    String start = "BAD" + line + ",Agent 1,Lamp One,Account 1,";
    return switch (kind % 9) {
      case 0 -> bad(line, "BAD" + line + ",Nobody,Lamp One,,Engaging,2017-01-01,,", "sales_agent");
      case 1 -> bad(line, "BAD" + line + ",Agent 1,Unknown,,Engaging,2017-01-01,,", "product");
      case 2 ->
          bad(line, "BAD" + line + ",Agent 1,Lamp One,No Such,Engaging,2017-01-01,,", "account");
      case 3 -> bad(line, start + "Frozen,2017-01-01,,", "deal_stage");
      case 4 -> bad(line, start + "Engaging,01/02/2017,,", "engage_date");
      case 5 -> bad(line, start + "Won,2017-01-01,,", "close_date", "close_value");
      case 6 -> bad(line, start + "Won,2017-05-01,2017-01-01,many", "close_date", "close_value");
      case 7 ->
          bad(
              line,
              lines.get(1).split(",")[0] + ",Agent 1,Lamp One,,Lost,2017-01-01,2017-02-01,0",
              "opportunity_id");
      default -> bad(line, start + "Won", "");
    };
  }

  private String bad(int line, String row, String... fields) {
    for (String field : fields) {
      problems.add("sales_pipeline.csv:" + line + ":" + field);
    }
    return row;
  }

  private void write(String file) throws IOException {
    Files.write(folder.resolve(file), lines, StandardCharsets.UTF_8);
  }
}
