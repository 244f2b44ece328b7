package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.verification.BuiltModules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Links between pages lead somewhere, and README leads to every page. */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\[[^]\\[]*]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ +(.*?) *$", Pattern.MULTILINE);

  static Stream<String> pages() {
    return Pages.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(String page) {
    assertThat(links(page)).filteredOn(link -> !leadsSomewhere(page, link)).isEmpty();
  }

  @Test
  void readmeLeadsToEveryPage() {
    Set<String> reached = new TreeSet<>(Set.of("README.md"));
    Deque<String> ahead = new ArrayDeque<>(reached);
    while (!ahead.isEmpty()) {
      String page = ahead.pop();
      for (String link : links(page)) {
        String target = relative(target(page, link));
        if (target.endsWith(".md") && reached.add(target)) {
          ahead.push(target);
        }
      }
    }

    assertThat(reached).containsExactlyElementsOf(new TreeSet<>(Pages.all()));
  }

  @ParameterizedTest
  @CsvSource({
    "Run the tests, run-the-tests",
    "`DueWork` finds, duework-finds",
    "'From a need, to (an) opportunity', from-a-need-to-an-opportunity",
    "What H2 says: [a link](x.md), what-h2-says-a-link",
    "中文 too, 中文-too"
  })
  void aHeadingIsLinkedToAsGitHubWouldNameIt(String heading, String anchor) {
    assertThat(anchors("# " + heading + "\n")).containsExactly(anchor);
  }

  @Test
  void headingsThatRepeatAreCounted() {
    assertThat(anchors("# Two\n## Two\n")).containsExactlyInAnyOrder("two", "two-1");
  }

  private static List<String> links(String page) {
    List<String> found = new ArrayList<>();
    Matcher link = LINK.matcher(Pages.prose(Pages.text(page)).replaceAll("`[^`\n]*`", ""));
    while (link.find()) {
      if (!link.group(1).matches("[a-z]+:.*")) {
        found.add(link.group(1));
      }
    }
    return found;
  }

  private static boolean leadsSomewhere(String page, String link) {
    Path target = target(page, link);
    int anchor = link.indexOf('#');
    if (!Files.exists(target)) {
      return false;
    }
    return anchor < 0 || anchors(Pages.text(target)).contains(link.substring(anchor + 1));
  }

  private static Path target(String page, String link) {
    String file = link.replaceFirst("#.*", "");
    Path from = BuiltModules.root().resolve(page);
    return file.isEmpty() ? from : from.resolveSibling(file).normalize();
  }

  private static String relative(Path target) {
    return BuiltModules.root().relativize(target).toString().replace('\\', '/');
  }

  private static Set<String> anchors(String text) {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> before = new HashMap<>();
    Matcher heading = HEADING.matcher(Pages.prose(text));
    while (heading.find()) {
      String slug =
          heading
              .group(1)
              .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-');
      int times = before.merge(slug, 1, Integer::sum);
      anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
    }
    return anchors;
  }
}
