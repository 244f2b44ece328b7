package io.crmkit.verification.documents;

import io.crmkit.verification.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of the sources that pages show. In a source such a part stands between {@code // begin
 * docs/sales.md} and {@code // end docs/sales.md}; there may be several for a page.
 */
final class Examples {

  private static final Pattern MARKED =
      Pattern.compile(
          "^ *// begin (\\S+\\.md)\n(.*?)^ *// end \\1$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern MARK =
      Pattern.compile("^ *// (?:begin|end) \\S+\\.md$", Pattern.MULTILINE);

  private Examples() {}

  /** One such part, without the indentation. */
  record Example(String page, String text, Path source) {}

  static List<Example> all() {
    List<Example> found = new ArrayList<>();
    for (Path source : Sources.all()) {
      found.addAll(in(source, Pages.text(source)));
    }
    return found;
  }

  static List<Example> in(Path source, String text) {
    List<Example> found = new ArrayList<>();
    Matcher marked = MARKED.matcher(text);
    while (marked.find()) {
      String shown = marked.group(2).stripTrailing().stripIndent();
      found.add(new Example(marked.group(1), shown, source));
    }
    if (MARK.matcher(text).results().count() != 2L * found.size()) {
      throw new IllegalStateException("a mark without its counterpart: " + source);
    }
    return found;
  }
}
