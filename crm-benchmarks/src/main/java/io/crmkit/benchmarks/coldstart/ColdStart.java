package io.crmkit.benchmarks.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times whole processes, CrmKit and its floor in turn, and prints the medians and the median of the
 * paired ratios. The time counts from the start of the JVM to its end; lower is better, a ratio of
 * 1 would be the floor itself.
 */
public final class ColdStart {

  private static final int DEFAULT_ROUNDS = 9;

  private ColdStart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_ROUNDS;
    JdbcFloor.requireAllScripts();
    Path folder = Files.createTempDirectory("crmkit-cold-start");
    try {
      compare(
          "memory vs Guice with 60 bindings",
          rounds,
          i -> List.of(FirstCustomer.class.getName()),
          i -> List.of(GuiceFloor.class.getName()));
      compare(
          "H2 vs plain JDBC with the same tables",
          rounds,
          i -> List.of(FirstCustomer.class.getName(), url(folder, "crm" + i)),
          i -> List.of(JdbcFloor.class.getName(), url(folder, "jdbc" + i)));
    } finally {
      delete(folder);
    }
  }

  private interface Leg {
    List<String> arguments(int round);
  }

  private static void compare(String title, int rounds, Leg crmKit, Leg floor)
      throws IOException, InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = -1; round < rounds; round++) {
      double mine = seconds(crmKit.arguments(round));
      double least = seconds(floor.arguments(round));
      if (round >= 0) { // the first pair warms the file cache
        ours.add(mine);
        floors.add(least);
        ratios.add(mine / least);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-40s CrmKit %.3f s, floor %.3f s, ratio %.2f (%.2f to %.2f, %d rounds)%n",
        title,
        median(ours),
        median(floors),
        median(ratios),
        ratios.stream().min(Double::compare).orElseThrow(),
        ratios.stream().max(Double::compare).orElseThrow(),
        rounds);
  }

  private static double seconds(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.addAll(arguments);
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).inheritIO().start();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException("exit code " + exit + " of " + arguments);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static String url(Path folder, String name) {
    return "jdbc:h2:" + folder.resolve(name);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
