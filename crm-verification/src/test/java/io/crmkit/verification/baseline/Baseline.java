package io.crmkit.verification.baseline;

import io.crmkit.verification.BuiltModules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A committed text that says what has been promised.
 *
 * <p>The text is made of sections: a title at the start of a line, and indented lines under it.
 * Their order does not matter, so that a difference reads as what was added and what went missing,
 * by section. With {@code -Dcrmkit.baseline.write=true} the file is written instead of compared.
 */
final class Baseline {

  private static final Path FOLDER = Path.of("docs", "baseline");

  private final Path file;
  private final boolean write;

  private Baseline(Path file, boolean write) {
    this.file = file;
    this.write = write;
  }

  /** Returns the baseline of that file name under {@code docs/baseline}. */
  static Baseline named(String fileName) {
    Path file = BuiltModules.root().resolve(FOLDER).resolve(fileName);
    return new Baseline(file, Boolean.getBoolean("crmkit.baseline.write"));
  }

  static Baseline at(Path file, boolean write) {
    return new Baseline(file, write);
  }

  /** Tells whether there is anything to compare with. */
  boolean exists() {
    return write || Files.exists(file);
  }

  /** Returns how the text differs from the baseline; empty if it does not. */
  Optional<String> difference(String actual) {
    try {
      if (write) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
        return Optional.empty();
      }
      return difference(Files.readString(file), actual)
          .map(
              text ->
                  file.getFileName()
                      + " no longer describes what was built (- promised, + built):\n"
                      + text
                      + "If this is meant, run again with -Dcrmkit.baseline.write=true and commit"
                      + " the file.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> difference(String promised, String built) {
    Map<String, Set<String>> before = sections(promised);
    Map<String, Set<String>> after = sections(built);
    Set<String> titles = new TreeSet<>(before.keySet());
    titles.addAll(after.keySet());
    StringBuilder text = new StringBuilder();
    for (String title : titles) {
      StringBuilder lines = new StringBuilder();
      append(lines, "-", before.get(title), after.get(title));
      append(lines, "+", after.get(title), before.get(title));
      if (!lines.isEmpty()) {
        text.append(title).append('\n').append(lines);
      }
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
  }

  /**
   * Appends the lines of one side that the other side lacks; a missing section is one line more.
   */
  private static void append(
      StringBuilder text, String sign, Set<String> lines, Set<String> other) {
    if (lines == null) {
      return;
    }
    if (other == null) {
      text.append(sign).append(" (all of it)\n");
    }
    for (String line : lines) {
      if (other == null || !other.contains(line)) {
        text.append(sign).append(' ').append(line).append('\n');
      }
    }
  }

  private static Map<String, Set<String>> sections(String text) {
    Map<String, Set<String>> sections = new LinkedHashMap<>();
    Set<String> section = new LinkedHashSet<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith(" ")) {
        section.add(line);
      } else if (!line.isBlank()) {
        section = sections.computeIfAbsent(line, title -> new LinkedHashSet<>());
      }
    }
    return sections;
  }
}
