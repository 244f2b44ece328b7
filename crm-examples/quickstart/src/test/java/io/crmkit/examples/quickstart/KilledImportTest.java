package io.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.quickstart.imports.GeneratedFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed in the middle and run again, an import ends as one that was left alone. */
class KilledImportTest {

  private static final int ROWS = 4_000;

  @TempDir Path folder;
  @TempDir Path out;

  @Test
  void an_import_that_is_killed_and_run_again_ends_the_same() throws Exception {
    GeneratedFolder.dirty(folder, 20, ROWS);
    String left = figures(finished("left-alone"));

    Child killed = start("killed");
    killed.waitForLine("... 1,500 opportunities");
    killed.kill();
    String again = finished("killed");

    assertThat(killed.output()).doesNotContain("Opportunities by stage");
    assertThat(again).containsPattern("rows of opportunities: [1-9],?\\d* new, 0 changed, [1-9]");
    assertThat(figures(again)).isEqualTo(left);
    assertThat(finished("killed")).contains("rows of opportunities: 0 new, 0 changed");
  }

  private Child start(String database) throws Exception {
    return Child.java(
        Child.fullClassPath(),
        out,
        "--db",
        out.resolve(database).toString(),
        "--out",
        out.toString(),
        "--import",
        folder.toString());
  }

  private String finished(String database) throws Exception {
    Child child = start(database);
    assertThat(child.waitFor()).as(child.output()).isZero();
    return child.output();
  }

  /** What the database says, and what was reported. */
  private static String figures(String output) {
    List<String> lines = output.lines().toList();
    int begin = lines.indexOf("   Opportunities by stage");
    String problems =
        lines.stream().filter(line -> line.contains("Problems:")).findFirst().orElseThrow();
    return problems + "\n" + String.join("\n", lines.subList(begin, lines.size()));
  }
}
