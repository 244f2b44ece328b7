package io.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each subset of the four domain modules, the others' jars absent, in a JVM of its own. */
class SubsetsTest {

  private static final List<String> MODULES =
      List.of("crm-sales", "crm-assets", "crm-service", "crm-proposals");

  @TempDir Path folder;

  static Stream<List<String>> subsets() {
    return IntStream.range(0, 1 << MODULES.size())
        .mapToObj(
            bits ->
                IntStream.range(0, MODULES.size())
                    .filter(i -> (bits >> i & 1) == 1)
                    .mapToObj(MODULES::get)
                    .toList());
  }

  @ParameterizedTest(name = "only {0}")
  @MethodSource("subsets")
  void tells_what_its_modules_allow_and_names_the_others(List<String> present) throws Exception {
    List<String> absent = MODULES.stream().filter(m -> !present.contains(m)).toList();
    assertThat(Child.fullClassPath())
        .as("every module is there to be taken away")
        .satisfies(path -> MODULES.forEach(m -> assertThat(path).anyMatch(e -> Child.isOf(e, m))));

    Child child =
        Child.java(Child.classPathWithout(absent), folder, "--memory", "--out", folder.toString());

    assertThat(child.waitFor()).as(child.output()).isZero();
    assertThat(child.output()).contains("\n1. ", "\n13. One timeline", "\n14. ");
    assertThat(named(child.output())).containsExactlyInAnyOrderElementsOf(absent);
  }

  /** The modules that the story asks to be added. */
  private static List<String> named(String output) {
    return MODULES.stream().filter(m -> output.contains("add io.crmkit:" + m + ")")).toList();
  }
}
