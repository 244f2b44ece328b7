package io.crmkit.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A rule that has never failed proves nothing: each one meets a small house with broken walls. */
class RulesCatchViolationsTest {

  private static final String FIXTURE = "io.crmkit.verification.fixture";

  /** For every rule, the fixture's offenders, each of which has to be named in the report. */
  private static final Map<String, List<String>> OFFENDERS =
      Map.of(
          "sales knows no other domain", List.of("sales.SalesUsesService"),
          "service knows no other domain", List.of("service.ServiceUsesAssets"),
          "assets knows no other domain", List.of("assets.AssetsUsesProposals"),
          "proposals knows no other domain", List.of("proposals.ProposalsUsesSales"),
          "domains use only the spi of core", List.of("sales.SalesUsesKernel"),
          "api stands alone", List.of("api.ApiUsesKernel", "api.ApiUsesLibrary"),
          "kernel knows no customer", List.of("core.kernel.KernelUsesCustomer"),
          "statements run in the kernel only",
              List.of(
                  "sales.SalesRunsJooq", "sales.SalesRunsJdbc", "core.customer.CustomerRunsJooq"),
          "plain SQL in the kernel only",
              List.of(
                  "sales.SalesWritesSql.byField",
                  "sales.SalesWritesSql.byTable",
                  "sales.SalesWritesSql.byTableName",
                  "sales.SalesWritesSql.byCondition",
                  "sales.SalesWritesSql.byTemplate",
                  "sales.SalesWritesSql.byReference"),
          "no thread-local state", List.of("core.kernel.KernelKeepsThreadLocal"));

  private static final List<String> INNOCENT =
      List.of("sales.SalesBehaves", "core.kernel.KernelRunsJooq", "api.ApiBehaves");

  private final JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);
  private final ArchitectureRules rules = new ArchitectureRules(FIXTURE);

  @TestFactory
  Stream<DynamicTest> offendersAreNamed() {
    return OFFENDERS.entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> assertThat(report(rule.getKey())).contains(full(rule.getValue()))));
  }

  @Test
  void aPackageThatIsNotNullMarkedIsNamed() {
    assertThat(report("every package is null-marked"))
        .contains(FIXTURE + ".unmarked.Unmarked is in a package without @NullMarked")
        .doesNotContain("SalesBehaves");
  }

  @TestFactory
  Stream<DynamicTest> theInnocentAreNotNamed() {
    return rules.all().keySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule, () -> assertThat(report(rule)).doesNotContain(full(INNOCENT))));
  }

  @Test
  void everyRuleHasAnOffender() {
    assertThat(rules.all()).allSatisfy((rule, unused) -> assertThat(report(rule)).isNotEmpty());
  }

  private String report(String rule) {
    var result = rules.all().get(rule).allowEmptyShould(true).evaluate(fixture);
    return String.join("\n", result.getFailureReport().getDetails());
  }

  private static String[] full(List<String> names) {
    return names.stream().map(name -> FIXTURE + "." + name).toArray(String[]::new);
  }
}
