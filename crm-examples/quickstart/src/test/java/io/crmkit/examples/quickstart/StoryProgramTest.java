package io.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.PlainWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryProgramTest {

  @TempDir Path folder;

  @Test
  void everything_is_found_again_on_the_same_file() throws Exception {
    List<String> lines = run("--out", folder.toString());

    List<String> found = lines.subList(lines.indexOf("14. Stopped, started again"), lines.size());
    assertThat(found).hasSize(16);
    assertThat(found.subList(2, 16)).allMatch(line -> line.endsWith(", as they were"));
    assertThat(folder.resolve("crm.mv.db")).isNotEmptyFile();
    assertThat(folder.resolve("proposal.docx")).isNotEmptyFile();
  }

  @Test
  void the_story_can_be_told_again_on_the_same_database() throws Exception {
    String database = folder.resolve("kept").toString();

    List<String> first = run("--db", database, "--out", folder.toString());
    List<String> second = run("--db", database, "--out", folder.toString());

    assertThat(first.get(1)).contains("tenant story-1");
    assertThat(second.get(1)).contains("tenant story-2");
    assertThat(second.subList(2, second.size())).isEqualTo(first.subList(2, first.size()));
  }

  @Test
  void the_chinese_story_is_chinese_throughout() throws Exception {
    List<String> lines = run("--memory", "--lang", "zh", "--out", folder.toString());

    assertThat(lines)
        .filteredOn(line -> !line.isBlank())
        .allMatch(line -> line.codePoints().anyMatch(Character::isIdeographic));
    assertThat(Files.exists(folder.resolve("proposal-zh.docx"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void the_story_shows_words_and_no_codes(String language) throws Exception {
    List<String> lines = run("--memory", "--lang", language, "--out", folder.toString());

    assertThat(lines).hasSizeGreaterThan(100);
    lines.stream().filter(line -> !line.isBlank()).forEach(PlainWords::assertPlain);
  }

  @Test
  void readme_shows_what_the_story_tells() throws Exception {
    String story = String.join("\n", run("--out", folder.toString()));

    String readme = Files.readString(Path.of("..", "..", "README.md"));
    int begin = readme.indexOf("1. A need arrives from the web");
    String shown = readme.substring(begin, readme.indexOf("\n```", begin));
    String[] chapters = shown.split("\n*\\.\\.\\.\n*");
    assertThat(chapters).hasSize(9).allSatisfy(chapter -> assertThat(story).contains(chapter));
  }

  private static List<String> run(String... args) throws Exception {
    List<String> lines = new ArrayList<>();
    Arguments arguments = Arguments.parse(args);
    try (Database database = Database.open(arguments)) {
      assertThat(new StoryProgram(arguments, database, lines::add).run()).isZero();
    }
    return lines;
  }
}
