package io.crmkit.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the sources of all modules, tests included, but nothing that was generated. */
public final class Sources {

  private static final Set<String> NOT_OURS = Set.of("target", ".git", "docs");

  private Sources() {}

  /** Returns all files of Java. */
  public static List<Path> all() {
    return below(BuiltModules.root());
  }

  private static List<Path> below(Path folder) {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> within = Files.list(folder)) {
      for (Path path : within.sorted().toList()) {
        if (Files.isDirectory(path)) {
          if (!NOT_OURS.contains(path.getFileName().toString())) {
            found.addAll(below(path));
          }
        } else if (path.toString().endsWith(".java")) {
          found.add(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
