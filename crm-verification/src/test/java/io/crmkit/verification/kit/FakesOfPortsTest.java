package io.crmkit.verification.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.verification.BuiltModules;
import io.crmkit.verification.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every port that asks for a program, not for a number, has a fake and a contract in the kit. */
class FakesOfPortsTest {

  private static final Pattern PORT = Pattern.compile("registrar\\s*\\.port\\(\\s*(\\w+)\\.class");
  private static final Path FAKES = Path.of("io", "crmkit", "testkit", "fake");

  /** Records, such as limits: a host that wants others gives others, and nothing can go wrong. */
  private static final Set<String> VALUES = Set.of("DocumentLimits");

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> mainSources() {
    return Sources.all().stream()
        .filter(source -> BuiltModules.LIBRARIES.stream().anyMatch(m -> isMain(source, m)))
        .toList();
  }

  private static boolean isMain(Path source, String module) {
    return source.startsWith(BuiltModules.root().resolve(Path.of(module, "src", "main")));
  }

  private static Set<String> ports() {
    return mainSources().stream()
        .flatMap(source -> PORT.matcher(text(source)).results())
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static List<String> fakes() {
    return mainSources().stream()
        .filter(source -> source.getParent().endsWith(FAKES))
        .map(FakesOfPortsTest::text)
        .toList();
  }

  @Test
  void every_port_has_a_recording_fake_and_a_contract() {
    Set<String> ports = ports();
    List<String> fakes = fakes();

    assertThat(ports).contains("ErpOrderPort", "PhoneRegion").containsAll(VALUES);
    assertThat(ports)
        .filteredOn(port -> !VALUES.contains(port))
        .allSatisfy(
            port -> {
              assertThat(fakes)
                  .as("a fake of " + port)
                  .anyMatch(f -> f.contains("class Recording") && implementing(f, port));
              assertThat(fakes)
                  .as("a contract of " + port)
                  .anyMatch(f -> f.contains("protected abstract " + port + " port()"));
            });
  }

  private static boolean implementing(String fake, String port) {
    return Pattern.compile("implements [^{]*\\b" + port + "\\b").matcher(fake).find();
  }
}
