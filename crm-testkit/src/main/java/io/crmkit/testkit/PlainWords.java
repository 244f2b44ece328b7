package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.value.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people read is made of words: no constant of crm-api such as {@code IN_REPAIR}, no id, no
 * <code>{placeholder}</code>.
 */
public final class PlainWords {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
  private static final Pattern CAPITALS = Pattern.compile("(?<![\\w-])[A-Z]+(_[A-Z]+)*(?![\\w-])");
  private static final Set<String> CONSTANTS = constants();

  private PlainWords() {}

  /** The text is made of words. */
  public static void assertPlain(String text) {
    assertThat(text).isNotBlank().doesNotContainPattern(PLACEHOLDER).doesNotContainPattern(ID);
    assertThat(codes(text)).as("codes in: %s", text).isEmpty();
  }

  /** Both texts are made of words. */
  public static void assertPlain(Label label) {
    assertPlain(label.en());
    assertPlain(label.zh());
  }

  /** The reason is told in words, in both languages. */
  public static void assertPlain(Reason reason) {
    assertPlain(reason.message(Locale.ENGLISH));
    assertPlain(reason.message(Locale.CHINESE));
  }

  /** The constants of crm-api that stand in the text. */
  static List<String> codes(String text) {
    return CAPITALS
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(CONSTANTS::contains)
        .toList();
  }

  private static Set<String> constants() {
    try {
      URI place = ReasonCode.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(place);
      if (Files.isDirectory(path)) {
        return constants(path);
      }
      try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
        return constants(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> constants(Path root) throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
        if (name.startsWith("io.crmkit.api.")) {
          names.addAll(constants(name.substring(0, name.length() - ".class".length())));
        }
      }
    }
    if (names.size() < 100) {
      throw new IllegalStateException("crm-api has more constants than " + names);
    }
    return Set.copyOf(names);
  }

  private static Set<String> constants(String className) {
    try {
      Class<?> type = Class.forName(className, false, ReasonCode.class.getClassLoader());
      return type.isEnum()
          ? Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.toSet())
          : Set.of();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
