package io.crmkit.verification.documents;

import io.crmkit.verification.BuiltModules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the documentation: those in the root, and all below {@code docs}. */
final class Pages {

  private static final Pattern FENCED =
      Pattern.compile("^ *```(.*?)\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);

  private Pages() {}

  /** A fenced block: what is said of it behind the fence, and its text without the indentation. */
  record Block(String kind, String text) {}

  /** Returns the pages as they are called from the root, such as {@code docs/sales.md}. */
  static List<String> all() {
    Path root = BuiltModules.root();
    try (Stream<Path> top = Files.list(root);
        Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.getFileName().toString().endsWith(".md"))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String page) {
    return text(BuiltModules.root().resolve(page));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Block> blocks(String text) {
    List<Block> found = new ArrayList<>();
    Matcher fenced = FENCED.matcher(text);
    while (fenced.find()) {
      found.add(new Block(fenced.group(1).strip(), fenced.group(2).stripTrailing().stripIndent()));
    }
    return found;
  }

  /** Returns the text without its fenced blocks. */
  static String prose(String text) {
    return FENCED.matcher(text).replaceAll("");
  }
}
