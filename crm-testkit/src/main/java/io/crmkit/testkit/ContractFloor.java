package io.crmkit.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells at the end of a module's tests how many contract tests ran on each storage, writes the
 * counts to {@code target/contract-counts.properties} and the statements that the library sent to
 * {@code target/library-statements.txt}, and fails the build if they are fewer than the system
 * property {@code crmkit.contract.floor}: tests that silently stopped running are the ones nobody
 * misses. The floor is not held against runs of a few chosen tests ({@code -Dtest}). Where several
 * JVMs share the module's tests, the last one to end tells and holds what all of them ran.
 */
public final class ContractFloor implements TestExecutionListener, LauncherSessionListener {

  static final String FLOOR = "crmkit.contract.floor";
  private static final Path TARGET = Path.of("target");

  private final ForkTally tally = new ForkTally(TARGET.resolve("contract-forks"));

  /** Made by the launcher. */
  public ContractFloor() {}

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (Files.isDirectory(TARGET)) {
      tally.begin();
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    Map<String, Integer> counts = ContractCounts.all();
    if (!counts.isEmpty() || !ContractCounts.skipped().isEmpty()) {
      System.out.println(
          "contract tests per storage: " + ContractCounts.line(counts) + ContractCounts.skipped());
    }
  }

  /** Exceptions of a test execution listener are swallowed; this one ends the run as failed. */
  @Override
  public void launcherSessionClosed(LauncherSession session) {
    List<String> faults = LibraryStatements.newFaults();
    if (!faults.isEmpty()) {
      throw new IllegalStateException("statements against the rules: " + faults);
    }
    if (!Files.isDirectory(TARGET)) {
      return;
    }
    ForkTally.Total total = tally.end(ContractCounts.all(), LibraryStatements.all());
    if (total.othersStillRun()) {
      return;
    }
    write("library-statements.txt", List.copyOf(total.statements()));
    Map<String, Integer> counts = total.counts();
    write(
        "contract-counts.properties",
        counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    if (floor() > 0 && System.getProperty("test", "").isBlank()) {
      hold(counts, total.forks());
    }
  }

  private static void hold(Map<String, Integer> counts, int forks) {
    List<String> below = ContractCounts.below(floor(), counts);
    if (forks > 1) {
      System.out.println(
          "contract tests per storage, of " + forks + " JVMs: " + ContractCounts.line(counts));
    }
    if (!below.isEmpty()) {
      throw new IllegalStateException(
          "fewer than "
              + floor()
              + " contract tests ran on "
              + String.join(", ", below)
              + ": "
              + ContractCounts.line(counts));
    }
  }

  private static void write(String file, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    try {
      Files.write(TARGET.resolve(file), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int floor() {
    String floor = System.getProperty(FLOOR, "");
    return floor.isBlank() ? 0 : Integer.parseInt(floor.strip());
  }
}
