package io.crmkit.verification.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.verification.BuiltModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the last release promised and this one does not keep breaks whoever was compiled against it:
 * constructors, methods, constants and types that are gone or have other signatures. Each such type
 * is in {@code incompatible-0.2.0.txt} with the reason, and no other is.
 */
class CompatibilityTest {

  private static final Path FOLDER = BuiltModules.root().resolve("docs/baseline");

  /** The sections of a baseline. */
  static Map<String, Set<String>> sections(String text) {
    Map<String, Set<String>> sections = new TreeMap<>();
    Set<String> section = new LinkedHashSet<>();
    for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
      if (line.startsWith(" ")) {
        section.add(line.strip());
      } else {
        section = sections.computeIfAbsent(line, l -> new LinkedHashSet<>());
      }
    }
    return sections;
  }

  /** What was promised and is not kept, by type. */
  static Map<String, List<String>> broken(String promised, String now) {
    Map<String, Set<String>> present = sections(now);
    Map<String, List<String>> broken = new TreeMap<>();
    sections(promised)
        .forEach(
            (type, lines) -> {
              Set<String> kept = present.get(type);
              List<String> lost =
                  kept == null
                      ? List.of("the type is gone")
                      : lines.stream()
                          .filter(line -> !kept.contains(line))
                          .filter(line -> !compatible(line, kept))
                          .toList();
              if (!lost.isEmpty()) {
                broken.put(type, lost);
              }
            });
    return broken;
  }

  /**
   * A header that only says more, such as one more interface; what a record says of its components
   * is told by its constructors; {@code equals} and {@code hashCode} are inherited if not written.
   */
  private static boolean compatible(String line, Set<String> kept) {
    return kept.stream().anyMatch(other -> other.startsWith(line + " "))
        || line.startsWith("public record(")
        || line.startsWith("public abstract sealed class")
        || line.startsWith("public sealed interface")
        || line.contains(" equals(java.lang.Object)")
        || line.contains(" hashCode()");
  }

  private static Map<String, String> excused() throws IOException {
    Map<String, String> excused = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("incompatible-0.2.0.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int colon = line.indexOf(": ");
        assertThat(colon).as("a reason in: %s", line).isPositive();
        excused.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return excused;
  }

  @Test
  void whatBreaksCallersOfTheLastReleaseIsWrittenDownWithItsReason() throws IOException {
    String promised = Files.readString(FOLDER.resolve("crm-api-0.1.0.txt"));
    String now = ApiText.ofModule(BuiltModules.classes("crm-api"));

    Map<String, List<String>> broken = broken(promised, now);

    assertThat(broken.keySet())
        .as(
            broken.entrySet().stream()
                .map(e -> e.getKey() + "\n  " + String.join("\n  ", e.getValue()))
                .collect(Collectors.joining("\n")))
        .isEqualTo(new java.util.TreeSet<>(excused().keySet()));
  }

  @Test
  void theUpgradingPageNamesEveryTypeThatBreaks() throws IOException {
    String page = Files.readString(BuiltModules.root().resolve("UPGRADING.md"));

    assertThat(excused().keySet())
        .filteredOn(type -> !type.endsWith("Builder"))
        .allMatch(type -> page.contains("`" + type.substring(type.lastIndexOf('.') + 1) + "`"));
  }

  @Test
  void aMethodThatIsGoneAndATypeThatIsGoneAreTold() {
    Map<String, List<String>> broken =
        broken(
            "a.A\n  public enum\n  public void one()\n  public void two()\n\nb.B\n  public interface\n",
            "a.A\n  public enum implements a.Labelled\n  public void one()\n");

    assertThat(broken)
        .isEqualTo(Map.of("a.A", List.of("public void two()"), "b.B", List.of("the type is gone")));
  }
}
