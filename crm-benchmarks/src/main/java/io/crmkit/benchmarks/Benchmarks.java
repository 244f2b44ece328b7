package io.crmkit.benchmarks;

import io.crmkit.benchmarks.coldstart.ColdStart;
import io.crmkit.benchmarks.importing.ImportCost;
import io.crmkit.benchmarks.soak.Soak;
import io.crmkit.benchmarks.unittests.UnitTests;
import io.crmkit.benchmarks.workloads.CustomFieldSearch;
import io.crmkit.benchmarks.workloads.UnitQuestions;
import io.crmkit.benchmarks.workloads.Workloads;
import java.util.Arrays;

/** The program: which measurement, then its arguments. */
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    String which = args.length == 0 ? "" : args[0];
    String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
    switch (which) {
      case "cold-start" -> ColdStart.main(rest);
      case "custom-fields" -> CustomFieldSearch.main(rest);
      case "import" -> ImportCost.main(rest);
      case "soak" -> Soak.main(rest);
      case "unit-tests" -> UnitTests.main(rest);
      case "units" -> UnitQuestions.main(rest);
      case "workloads" -> Workloads.main(rest);
      default -> {
        System.err.println("usage: java -jar crm-benchmarks.jar cold-start [ROUNDS]");
        System.err.println("       java -jar crm-benchmarks.jar custom-fields [--customers N]");
        System.err.println("       java -jar crm-benchmarks.jar import [DIR [ROUNDS]]");
        System.err.println(
            "       java -jar crm-benchmarks.jar soak [--minutes 10] [--postgres URL]");
        System.err.println("       java -jar crm-benchmarks.jar unit-tests");
        System.err.println("       java -jar crm-benchmarks.jar units [--units N]");
        System.err.println(
            "       java -jar crm-benchmarks.jar workloads [--postgres URL] [--customers N]");
        System.exit(2);
      }
    }
  }
}
