package io.crmkit.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.crmkit.verification.BuiltModules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the rules against the classes that were built, and says how many those were. */
class ArchitectureTest {

  /**
   * The least number of classes per module. A rule over an empty set always holds; this table keeps
   * the sets from being empty by accident. Raise it as the modules grow.
   */
  private static final Map<String, Integer> FLOORS =
      Map.of(
          "crm-api", 780,
          "crm-core", 250,
          "crm-sales", 100,
          "crm-service", 80,
          "crm-assets", 85,
          "crm-proposals", 210,
          "crm-jta", 2,
          "crm-spring-boot-starter", 18,
          "crm-testkit", 28);

  private static JavaClasses built = new ClassFileImporter().importClasses();

  @BeforeAll
  static void importTheBuiltClasses() {
    List<Path> folders =
        BuiltModules.LIBRARIES.stream()
            .map(BuiltModules::classes)
            .filter(Files::isDirectory)
            .toList();
    built = new ClassFileImporter().importPaths(folders);
  }

  @TestFactory
  Stream<DynamicTest> everyRuleHolds() {
    return new ArchitectureRules("io.crmkit")
        .all().entrySet().stream()
            .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check(rule.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> enoughClassesWereLookedAt() {
    return BuiltModules.LIBRARIES.stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module,
                    () ->
                        assertThat(classesOf(module))
                            .as("classes built in %s", module)
                            .isGreaterThanOrEqualTo(FLOORS.getOrDefault(module, 1))));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(built);
  }

  private static long classesOf(String module) {
    String folder = "/" + module + "/target/classes/";
    return built.stream()
        .filter(
            type -> type.getSource().stream().anyMatch(s -> s.getUri().getPath().contains(folder)))
        .count();
  }
}
