package io.crmkit.benchmarks.importing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.examples.quickstart.imports.Importer;
import io.crmkit.examples.quickstart.imports.Mapping;
import io.crmkit.examples.quickstart.imports.Problems;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times the quickstart's import of a sales pipeline on H2 (a file) and on PostgreSQL, both with
 * their durable defaults, and in turn with it the floor that writes the same rows. The ratio counts
 * time over time: lower is better, 1 would be the floor itself.
 */
public final class ImportCost {

  private static final int DEFAULT_ROUNDS = 5;

  private ImportCost() {}

  private interface Databases {
    String fresh(String name) throws SQLException;
  }

  /**
   * @param args a folder with the four files, or none for a generated one; the number of rounds
   */
  public static void main(String[] args) throws IOException, SQLException {
    Path work = Files.createTempDirectory("crmkit-import");
    try {
      Path data = args.length > 0 ? Path.of(args[0]) : PipelineFiles.write(work.resolve("data"));
      int rounds = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_ROUNDS;
      measure("H2", data, rounds, name -> "jdbc:h2:file:" + work.resolve(name));
      try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
        measure("PostgreSQL", data, rounds, name -> created(server, name));
      }
    } finally {
      delete(work);
    }
  }

  private static void measure(String title, Path data, int rounds, Databases databases)
      throws IOException, SQLException {
    List<Double> ours = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    long rows = 0;
    for (int round = -1; round < rounds; round++) {
      String suffix = round < 0 ? "warm" : Integer.toString(round);
      RowCopyFloor floor;
      double mine;
      try (HikariDataSource source = pool(databases.fresh("crm" + suffix))) {
        mine = importInto(source, data);
        floor = RowCopyFloor.read(source);
        rows = floor.rows();
      }
      try (HikariDataSource target = pool(databases.fresh("floor" + suffix))) {
        open(target).close();
        long begin = System.nanoTime();
        floor.write(target);
        double least = (System.nanoTime() - begin) / 1e9;
        if (round >= 0) { // the first pair warms the virtual machine
          ours.add(mine);
          floors.add(least);
          ratios.add(mine / least);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "import on %-10s %d rows: CrmKit %.2f s, floor %.2f s, ratio %.2f (%.2f to %.2f, %d rounds)%n",
        title,
        rows,
        median(ours),
        median(floors),
        median(ratios),
        ratios.stream().min(Double::compare).orElseThrow(),
        ratios.stream().max(Double::compare).orElseThrow(),
        rounds);
  }

  /** Opening is left out on both sides: it is what the cold start measures. */
  private static double importInto(HikariDataSource source, Path data) throws IOException {
    Path reports = Files.createTempDirectory("crmkit-import-report");
    try (Crm crm = open(source);
        Problems problems = new Problems(reports, problem -> {})) {
      Mapping mapping = Mapping.of(data);
      long begin = System.nanoTime();
      new Importer(crm.session(new TenantId("import"), Actor.of("importer")), mapping, problems)
          .run(data, rows -> {});
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      delete(reports);
    }
  }

  private static Crm open(HikariDataSource source) {
    return Crm.builder(AccessPolicy.allowAll())
        .dataSource(source)
        .delivery(CrmBuilder.Delivery.MANUAL)
        .open();
  }

  private static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(4);
    return new HikariDataSource(config);
  }

  private static String created(EmbeddedPostgres server, String name) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return server.getJdbcUrl("postgres", name);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
