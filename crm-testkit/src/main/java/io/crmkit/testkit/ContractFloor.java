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
 * misses. The floor is not held against runs of a few chosen tests ({@code -Dtest}).
 */
public final class ContractFloor implements TestExecutionListener, LauncherSessionListener {

  static final String FLOOR = "crmkit.contract.floor";
  private static final Path COUNTS = Path.of("target", "contract-counts.properties");
  private static final Path STATEMENTS = Path.of("target", "library-statements.txt");

  /** Made by the launcher. */
  public ContractFloor() {}

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    write(STATEMENTS, LibraryStatements.all());
    Map<String, Integer> counts = ContractCounts.all();
    if (counts.isEmpty() && ContractCounts.skipped().isEmpty() && floor() == 0) {
      return;
    }
    System.out.println(
        "contract tests per storage: " + ContractCounts.line(counts) + ContractCounts.skipped());
    write(COUNTS, counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  private static void write(Path file, List<String> lines) {
    if (lines.isEmpty() || !Files.isDirectory(Path.of("target"))) {
      return;
    }
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Exceptions of a test execution listener are swallowed; this one ends the run as failed. */
  @Override
  public void launcherSessionClosed(LauncherSession session) {
    List<String> faults = LibraryStatements.newFaults();
    if (!faults.isEmpty()) {
      throw new IllegalStateException("statements against the rules: " + faults);
    }
    if (floor() == 0 || !System.getProperty("test", "").isBlank()) {
      return;
    }
    Map<String, Integer> counts = ContractCounts.all();
    List<String> below = ContractCounts.below(floor(), counts);
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

  private static int floor() {
    String floor = System.getProperty(FLOOR, "");
    return floor.isBlank() ? 0 : Integer.parseInt(floor.strip());
  }
}
