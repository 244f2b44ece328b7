package io.crmkit.verification.kit;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of a folder of classes in a JVM of its own, as a build would. */
final class TutorialRun {

  private TutorialRun() {}

  /**
   * Prints what ran.
   *
   * @param args the folder; the run exits with 1 if a test failed or none ran
   */
  public static void main(String... args) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(args[0]))))
                .filters(ClassNameFilter.includeClassNamePatterns(".*Test"))
                .build(),
            summary);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    summary.getSummary().printFailuresTo(out, 30);
    out.printf(
        "tests: %d succeeded, %d failed%n",
        summary.getSummary().getTestsSucceededCount(), summary.getSummary().getTotalFailureCount());
    boolean fine =
        summary.getSummary().getTestsSucceededCount() > 0
            && summary.getSummary().getTotalFailureCount() == 0;
    System.exit(fine ? 0 : 1);
  }
}
