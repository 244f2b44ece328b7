package io.crmkit.proposals.word.styles;

import io.crmkit.proposals.word.xml.Element;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The styles of one document, found by id and by name. Not thread-safe. */
public final class StyleBook {

  private final Element tree;
  private final Map<String, Element> byId = new HashMap<>();
  private final Map<String, Element> byName = new HashMap<>();
  private final Set<String> lowerIds = new HashSet<>();

  /** The styles of a styles part; the tree is used, not copied. */
  public StyleBook(Element tree) {
    this.tree = tree;
    tree.elements("style").forEach(this::index);
  }

  private void index(Element style) {
    String id = style.w("styleId", "");
    byId.putIfAbsent(id, style);
    lowerIds.add(id.toLowerCase(Locale.ROOT));
    byName.putIfAbsent(StyleNames.key(style), style);
  }

  /** The tree of the styles part. */
  public Element tree() {
    return tree;
  }

  /** The style with the id. */
  public @Nullable Element style(@Nullable String id) {
    return id == null ? null : byId.get(id);
  }

  /** The style of the kind ("paragraph", "character", "table", "numbering") and English name. */
  public @Nullable Element named(String type, String name) {
    return byName.get(type + "|" + name.toLowerCase(Locale.ROOT));
  }

  /** The default style of the kind. */
  public @Nullable Element defaultStyle(String type) {
    for (Element style : tree.elements("style")) {
      if (style.w("type", "paragraph").equals(type) && StyleNames.isDefault(style)) {
        return style;
      }
    }
    return null;
  }

  /** The English lower-case name of a style; empty for an unknown id. */
  public String nameOf(@Nullable String id) {
    Element style = style(id);
    return style == null ? "" : StyleNames.canonical(style);
  }

  /**
   * The id of a built-in style, which is added with a plain definition if the document lacks it.
   *
   * @throws IllegalArgumentException if there is no definition for it
   */
  public String ensure(String type, String name) {
    Element found = named(type, name);
    if (found != null) {
      return found.w("styleId", "");
    }
    Element made = BuiltInStyles.definition(type, name);
    String base = made.childVal("basedOn");
    if (base != null) {
      // definitions name their base by its English name, since ids differ between documents
      Element parent = named(type, base);
      if (parent != null) {
        replaceReference(made, "basedOn", parent.w("styleId", ""));
      } else {
        made.elements("basedOn").forEach(Element::detach);
      }
    }
    String next = made.childVal("next");
    if (next != null) {
      Element following = named(type, next);
      if (following != null) {
        replaceReference(made, "next", following.w("styleId", ""));
      } else {
        made.elements("next").forEach(Element::detach);
      }
    }
    made.with("styleId", freeId(made.w("styleId", "Style")));
    add(made);
    return made.w("styleId", "");
  }

  private static void replaceReference(Element style, String reference, String id) {
    Element e = style.child(reference);
    if (e != null) {
      e.with("val", id);
    }
  }

  /** Adds a style whose id and name are free. */
  void add(Element style) {
    tree.add(style);
    index(style);
  }

  String freeId(String wish) {
    String id = wish;
    for (int n = 1; lowerIds.contains(id.toLowerCase(Locale.ROOT)); n++) {
      id = wish + "_" + n;
    }
    return id;
  }

  String freeName(String type, String wish) {
    String name = wish;
    for (int n = 2; byName.containsKey(type + "|" + name.toLowerCase(Locale.ROOT)); n++) {
      name = wish + " (" + n + ")";
    }
    return name;
  }

  /** A property of a paragraph style or of those it is based on. */
  public @Nullable Element inherited(@Nullable String styleId, String properties, String name) {
    Set<String> seen = new HashSet<>();
    for (Element s = style(styleId); s != null; s = style(s.childVal("basedOn"))) {
      if (!seen.add(s.w("styleId", ""))) {
        return null;
      }
      Element holder = s.child(properties);
      Element found = holder == null ? null : holder.child(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
