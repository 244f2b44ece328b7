package io.crmkit.benchmarks.unittests;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What one unit test in memory costs with all modules, once the engine is there: {@link
 * SampleTests} under JUnit, and, as the floor, the same commands in an engine opened by hand, a
 * tenant for each round, without JUnit and test kit. The floor is as good as it gets: it hears no
 * events and asserts nothing. The ratio is the test's time over the floor's; smaller is better.
 */
public final class UnitTests {

  private static final int ROUNDS = 5;

  private UnitTests() {}

  /** Prints the figures. */
  public static void main(String... args) {
    Stopwatch watch = new Stopwatch();
    Launcher launcher = LauncherFactory.create();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(SampleTests.class))
            .build();
    List<Double> tests = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    // The very first test makes the engine; the others of this round warm the JVM up.
    launcher.execute(request, watch);
    double first = watch.first();
    try (Crm crm = byHand()) {
      floor(crm, 0);
      for (int round = 1; round <= ROUNDS; round++) {
        watch.clear();
        launcher.execute(request, watch);
        tests.add(watch.median());
        floors.add(floor(crm, round));
        ratios.add(tests.get(round - 1) / floors.get(round - 1));
      }
    }
    System.out.printf("first test of the JVM, with the engine's start   %8.1f ms%n", first);
    System.out.printf("each test after it, JUnit and test kit           %8.3f ms%n", median(tests));
    System.out.printf(
        "the same commands by hand                        %8.3f ms%n", median(floors));
    System.out.printf("ratio-to-hand unit-test=%.2f%n", median(ratios));
    System.exit(0);
  }

  private static Crm byHand() {
    return Crm.builder(AccessPolicy.allowAll())
        .inMemory()
        .delivery(CrmBuilder.Delivery.MANUAL)
        .open();
  }

  private static double floor(Crm crm, int round) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < SampleTests.TESTS; i++) {
      long begin = System.nanoTime();
      TenantId tenant = new TenantId("hand-" + round + "-" + i);
      SampleTests.body(crm.session(tenant, Actor.of("tester")));
      times.add((System.nanoTime() - begin) / 1e6);
    }
    return median(times);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  /** Times each test from its announcement to its end; a test that fails ends the program. */
  private static final class Stopwatch implements TestExecutionListener {

    private final List<Double> times = new ArrayList<>();
    private long begin;

    void clear() {
      times.clear();
    }

    double first() {
      return times.get(0);
    }

    double median() {
      return UnitTests.median(times);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
      begin = System.nanoTime();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        throw new IllegalStateException("a test failed", result.getThrowable().orElse(null));
      }
      if (test.isTest()) {
        times.add((System.nanoTime() - begin) / 1e6);
      }
    }
  }
}
