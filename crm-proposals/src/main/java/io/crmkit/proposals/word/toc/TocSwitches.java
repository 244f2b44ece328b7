package io.crmkit.proposals.word.toc;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the instruction of a TOC field asks for.
 *
 * @param from highest level of built-in headings
 * @param to lowest level of built-in headings; less than {@code from} for none
 * @param outline whether paragraphs with an outline level count too
 * @param styles further styles by lower-case name, with their levels
 * @param bookmark the bookmark it is limited to
 * @param links whether entries are links
 * @param noPagesFrom levels from this one on have no page numbers
 */
record TocSwitches(
    int from,
    int to,
    boolean outline,
    Map<String, Integer> styles,
    @Nullable String bookmark,
    boolean links,
    int noPagesFrom) {

  private static final Pattern SWITCH =
      Pattern.compile("\\\\(\\w)\\s*(?:\"([^\"]*)\"|([^\\\\\\s]+))?");
  private static final int LEVELS = 9;

  /** The switches; null if the instruction is no table of contents over headings. */
  static @Nullable TocSwitches parse(String instruction) {
    String text = instruction.strip();
    if (!text.toUpperCase(Locale.ROOT).matches("(?s)TOC(\\s.*|\\\\.*|)")) {
      return null;
    }
    int from = 1;
    int to = 0;
    boolean outline = false;
    Map<String, Integer> styles = new HashMap<>();
    String bookmark = null;
    boolean links = false;
    int noPagesFrom = LEVELS + 1;
    Matcher matcher = SWITCH.matcher(text);
    while (matcher.find()) {
      String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      String argument = value == null ? "" : value;
      switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
        case "o" -> {
          int[] range = range(argument);
          from = range[0];
          to = range[1];
        }
        case "u" -> outline = true;
        case "t" -> styles(argument, styles);
        case "b" -> bookmark = argument.isEmpty() ? null : argument;
        case "h" -> links = true;
        case "n" -> noPagesFrom = argument.isEmpty() ? 1 : range(argument)[0];
        case "c", "a", "f" -> {
          // a table of figures or of marked entries is another thing
          return null;
        }
        default -> {
          // tabs and separators: the style of the entries says it better
        }
      }
    }
    if (to == 0 && !outline && styles.isEmpty()) {
      to = LEVELS;
    }
    return new TocSwitches(from, to, outline, Map.copyOf(styles), bookmark, links, noPagesFrom);
  }

  private static int[] range(String argument) {
    Matcher matcher = Pattern.compile("(\\d)\\s*-\\s*(\\d)").matcher(argument);
    if (!matcher.find()) {
      return new int[] {1, LEVELS};
    }
    return new int[] {matcher.group(1).charAt(0) - '0', matcher.group(2).charAt(0) - '0'};
  }

  /** Style and level alternate, with the separator of the writer's country. */
  private static void styles(String argument, Map<String, Integer> out) {
    String[] words = argument.split("[,;]");
    for (int i = 0; i + 1 < words.length; i += 2) {
      String level = words[i + 1].strip();
      if (level.matches("[1-9]")) {
        out.put(words[i].strip().toLowerCase(Locale.ROOT), level.charAt(0) - '0');
      }
    }
  }

  /** The level at which a heading is listed; 0 if it is not. */
  int levelOf(HeadingScanner.Found heading) {
    Integer styled = styles.get(heading.styleName());
    if (styled != null) {
      return styled;
    }
    int builtIn = heading.builtInLevel();
    if (builtIn >= from && builtIn <= to) {
      return builtIn;
    }
    int level = heading.outlineLevel();
    boolean inRange = to == 0 || level >= from && level <= to;
    return outline && builtIn == 0 && level > 0 && inRange ? level : 0;
  }
}
