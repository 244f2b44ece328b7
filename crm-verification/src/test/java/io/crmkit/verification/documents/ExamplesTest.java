package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.verification.documents.Examples.Example;
import io.crmkit.verification.documents.Pages.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java example of every page is a part of a source that is compiled, and run by a test. */
class ExamplesTest {

  private static final int LEAST = 50;

  private static List<Example> examples = List.of();

  @BeforeAll
  static void readTheSources() {
    examples = Examples.all();
  }

  /** TutorialTest compiles and runs all of this page, file by file. */
  private static final String TUTORIAL = "docs/writing-a-module.md";

  static Stream<String> pages() {
    return Pages.all().stream().filter(page -> !page.equals(TUTORIAL));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageShowsTheExamplesThatAreRunAndNoOthers(String page) {
    List<String> shown =
        Pages.blocks(Pages.text(page)).stream()
            .filter(block -> block.kind().toLowerCase(Locale.ROOT).startsWith("java"))
            .map(Block::text)
            .toList();

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            examples.stream().filter(e -> e.page().equals(page)).map(Example::text).toList());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noJavaHidesInABlockThatDoesNotSaySo(String page) {
    assertThat(Pages.blocks(Pages.text(page)))
        .filteredOn(block -> block.kind().isEmpty())
        .noneMatch(block -> block.text().lines().anyMatch(line -> line.endsWith(";")));
  }

  @Test
  void everyExampleNamesAPageThatThereIs() {
    assertThat(examples).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(examples).extracting(Example::page).isSubsetOf(Pages.all());
  }

  @Test
  void aMarkWithoutItsCounterpartIsTold() {
    String text = "  // begin docs/sales.md\n  int a;\n  // end docs/assets.md\n";

    assertThatThrownBy(() -> Examples.in(Path.of("Some.java"), text))
        .hasMessageContaining("Some.java");
  }
}
