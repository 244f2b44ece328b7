package io.crmkit.proposals.word.styles;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.XmlWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Definitions of styles in a form that can be compared between documents: relatives by name, lists
 * by their definition, without bookkeeping of the editor. Not thread-safe.
 */
public final class StyleSignatures {

  private static final Set<String> BOOKKEEPING =
      Set.of(
          "name",
          "aliases",
          "rsid",
          "uiPriority",
          "semiHidden",
          "unhideWhenUsed",
          "qFormat",
          "locked",
          "autoRedefine",
          "next",
          "link",
          "basedOn");

  private final StyleBook book;
  private final UnaryOperator<String> lists;
  private final Map<String, String> cache = new HashMap<>();

  /**
   * Signatures of one document's styles.
   *
   * @param lists gives the comparable definition of a list by its number
   */
  public StyleSignatures(StyleBook book, UnaryOperator<String> lists) {
    this.book = book;
    this.lists = lists;
  }

  StyleBook book() {
    return book;
  }

  /** The definition; of the styles it is based on, built-in ones count by name only. */
  String own(Element style) {
    return signature(style, false, new HashSet<>());
  }

  /** The definition with those of all styles it is based on. */
  String full(Element style) {
    return signature(style, true, new HashSet<>());
  }

  private String signature(Element style, boolean full, Set<String> seen) {
    String id = style.w("styleId", "");
    if (!seen.add(id)) {
      return "circle";
    }
    String key = full + id;
    String known = cache.get(key);
    if (known != null) {
      return known;
    }
    Element copy = style.copy();
    copy.dropAttributes(a -> true);
    for (Element child : copy.elements()) {
      if (BOOKKEEPING.contains(child.local())) {
        child.detach();
      }
    }
    for (Element numId : copy.find("numId")) {
      numId.with("val", lists.apply(numId.w("val", "0")));
    }
    copy.walk(e -> e.dropAttributes(a -> a.local().startsWith("rsid")));
    Element base = book.style(style.childVal("basedOn"));
    String inherited = "";
    if (base != null) {
      boolean byName = !full && StyleNames.isBuiltIn(base);
      inherited = StyleNames.canonical(base) + (byName ? "" : signature(base, full, seen));
    }
    String result = XmlWriter.canonical(copy) + "<" + inherited;
    cache.put(key, result);
    return result;
  }
}
