package io.crmkit.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.verification.BuiltModules;
import io.crmkit.verification.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file that grows past 400 lines does more than one thing: it is split, or says here why not. */
class FileSizeTest {

  private static final int MOST = 400;
  private static final int LEAST_FILES = 1_000;

  /** The files that may be longer, each with its reason. */
  private static final Map<String, String> LONGER =
      Map.of(
          "crm-core/src/main/java/io/crmkit/core/kernel/sql/SqlTx.java",
          "one method for each thing that a storage is asked for, most of a few lines");

  @Test
  void noFileIsLongerThanItMayBe() {
    List<Path> all = Sources.all();

    assertThat(all).hasSizeGreaterThan(LEAST_FILES);
    assertThat(all.stream().filter(file -> lines(file) > MOST).map(FileSizeTest::name))
        .as("files of more than %d lines", MOST)
        .containsExactlyInAnyOrderElementsOf(LONGER.keySet());
  }

  private static String name(Path file) {
    return BuiltModules.root().relativize(file).toString().replace('\\', '/');
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
