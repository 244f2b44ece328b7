package io.crmkit.proposals.word.numbering;

import io.crmkit.proposals.word.styles.StyleBook;
import io.crmkit.proposals.word.xml.Element;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts lists as Word does, to know what a numbered heading is called. Paragraphs must be given in
 * the order of the document. Not thread-safe.
 */
public final class ListCounter {

  private static final Pattern PLACEHOLDER = Pattern.compile("%([1-9])");
  private static final int LEVELS = 9;

  private final NumberingBook lists;
  private final StyleBook styles;
  private final Map<String, int[]> counters = new HashMap<>();
  private final Set<String> started = new HashSet<>();

  /** A counter at the beginning of a document. */
  public ListCounter(NumberingBook lists, StyleBook styles) {
    this.lists = lists;
    this.styles = styles;
  }

  /** The number of a paragraph such as "2.1"; empty without one or with a bullet. */
  public String next(Element paragraph) {
    Element properties = paragraph.child("pPr");
    String style = properties == null ? null : properties.childVal("pStyle");
    Element own = properties == null ? null : properties.child("numPr");
    Element inherited = styles.inherited(style, "pPr", "numPr");
    String numId = own == null ? null : own.childVal("numId");
    if (numId == null && inherited != null) {
      numId = inherited.childVal("numId");
    }
    if (numId == null || numId.equals("0")) {
      return "";
    }
    String definitionNum = resolve(numId, 0);
    Map<Integer, Element> levels = lists.levels(definitionNum);
    int level = level(own, inherited, style, levels);
    Element definition = lists.definitionOf(definitionNum);
    if (definition == null || levels.get(level) == null) {
      return "";
    }
    int[] counter = count(numId, definition.w("abstractNumId", ""), level, levels);
    return label(levels, level, counter);
  }

  /** Follows links from a list to the list style that defines it. */
  private String resolve(String numId, int depth) {
    Element definition = lists.definitionOf(numId);
    String link = definition == null ? null : definition.childVal("numStyleLink");
    Element numPr = link == null ? null : styles.inherited(link, "pPr", "numPr");
    String next = numPr == null ? null : numPr.childVal("numId");
    return next == null || depth > 5 ? numId : resolve(next, depth + 1);
  }

  private static int level(
      @Nullable Element own,
      @Nullable Element inherited,
      @Nullable String style,
      Map<Integer, Element> levels) {
    String direct = own == null ? null : own.childVal("ilvl");
    if (direct != null) {
      return NumberingBook.number(direct);
    }
    for (Map.Entry<Integer, Element> e : levels.entrySet()) {
      if (style != null && style.equals(e.getValue().childVal("pStyle"))) {
        return e.getKey();
      }
    }
    String styled = inherited == null ? null : inherited.childVal("ilvl");
    return styled == null ? 0 : NumberingBook.number(styled);
  }

  private int[] count(String numId, String abstractId, int level, Map<Integer, Element> levels) {
    int[] counter =
        counters.computeIfAbsent(
            abstractId,
            k -> {
              int[] fresh = new int[LEVELS];
              Arrays.fill(fresh, Integer.MIN_VALUE);
              return fresh;
            });
    Element num = lists.num(numId);
    if (started.add(numId) && num != null) {
      for (Element override : num.elements("lvlOverride")) {
        int at = NumberingBook.number(override.w("ilvl", "0"));
        if (override.child("startOverride") != null && at < LEVELS) {
          counter[at] = NumberingBook.number(override.childVal("startOverride")) - 1;
        }
      }
    }
    for (int i = 0; i < level; i++) {
      if (counter[i] == Integer.MIN_VALUE) {
        counter[i] = start(levels, i);
      }
    }
    counter[level] =
        counter[level] == Integer.MIN_VALUE ? start(levels, level) : counter[level] + 1;
    for (int i = level + 1; i < LEVELS; i++) {
      Element lvl = levels.get(i);
      String restart = lvl == null ? null : lvl.childVal("lvlRestart");
      if (!"0".equals(restart)) {
        counter[i] = Integer.MIN_VALUE;
      }
    }
    return counter;
  }

  private static int start(Map<Integer, Element> levels, int level) {
    Element lvl = levels.get(level);
    String start = lvl == null ? null : lvl.childVal("start");
    return start == null ? 1 : NumberingBook.number(start);
  }

  private static String label(Map<Integer, Element> levels, int level, int[] counter) {
    Element lvl = levels.get(level);
    String text = lvl == null ? null : lvl.childVal("lvlText");
    if (lvl == null || text == null || "bullet".equals(lvl.childVal("numFmt"))) {
      return "";
    }
    boolean legal = lvl.child("isLgl") != null;
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      int at = matcher.group(1).charAt(0) - '1';
      Element source = levels.get(at);
      String format = source == null ? null : source.childVal("numFmt");
      String shown = format == null || legal ? "decimal" : format;
      int value = counter[at] == Integer.MIN_VALUE ? 1 : counter[at];
      matcher.appendReplacement(
          result, Matcher.quoteReplacement(NumberFormats.format(shown, value)));
    }
    matcher.appendTail(result);
    return result.toString().strip();
  }
}
