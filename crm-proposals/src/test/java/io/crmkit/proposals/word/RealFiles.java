package io.crmkit.proposals.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real Word files that lie beside the project, where there are any. */
final class RealFiles {

  private RealFiles() {}

  static List<Path> all() {
    Path folder = folder();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".docx")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assumePresent() {
    Assumptions.assumeTrue(folder() != null, "no folder shared/data/word beside the project");
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] read(String name) {
    assumePresent();
    return read(folder().resolve(name));
  }

  private static Path folder() {
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      Path folder = p.resolve("shared/data/word");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    return null;
  }
}
