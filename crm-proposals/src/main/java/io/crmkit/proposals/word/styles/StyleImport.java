package io.crmkit.proposals.word.styles;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Brings the styles that a document uses into the book of the merged document and says under which
 * id each is found there.
 *
 * <p>Styles meet by name, not by id. Taking the master's look, a built-in style of the same name is
 * the master's, and so is a custom style of the same name and definition; a custom style with
 * another definition comes along under a new name. Keeping the own look, everything whose effective
 * definition differs comes along. Not thread-safe.
 */
public final class StyleImport {

  private final StyleBook target;
  private final StyleBook source;
  private final boolean ownLook;
  private final int shift;
  private final UnaryOperator<String> numbering;
  private final StyleSignatures targetSignatures;
  private final StyleSignatures sourceSignatures;
  private final OwnLook look;
  private final Map<String, String> mapped = new HashMap<>();
  private final Set<String> imported = new HashSet<>();

  /**
   * An import from one document.
   *
   * @param numbering gives the number of a list in the merged document for one of the source
   * @param look how to make the source's looks independent of its defaults, when they are kept
   * @param shift how many levels built-in headings move down, unless their looks are kept
   */
  public StyleImport(
      StyleSignatures target,
      StyleSignatures source,
      UnaryOperator<String> numbering,
      OwnLook look,
      int shift) {
    this.target = target.book();
    this.source = source.book();
    this.targetSignatures = target;
    this.sourceSignatures = source;
    this.numbering = numbering;
    this.look = look;
    this.ownLook = look.isWanted();
    this.shift = ownLook ? 0 : shift;
  }

  /** The id in the merged document for a style id of the source; null if the source lacks it. */
  public @Nullable String map(String id) {
    String known = mapped.get(id);
    if (known != null) {
      return known;
    }
    Element style = source.style(id);
    if (style == null) {
      return null;
    }
    String name = StyleNames.canonical(style);
    String type = style.w("type", "paragraph");
    if (shift > 0 && type.equals("paragraph") && name.matches("heading [1-9]")) {
      String shifted = shiftedHeading(name.charAt(8) - '0' + shift);
      mapped.put(id, shifted);
      return shifted;
    }
    Element twin = target.named(type, name);
    if (twin != null && sameLook(style, twin)) {
      String adopted = twin.w("styleId", "");
      mapped.put(id, adopted);
      return adopted;
    }
    return bring(id, style, type, twin != null);
  }

  /**
   * Like {@link #map(String)} for a reference that must lead to a style of the kind. Some programs
   * name a paragraph style where a character style belongs; its linked twin is meant then.
   */
  public @Nullable String map(String id, String type) {
    Element style = source.style(id);
    if (style == null || style.w("type", "paragraph").equals(type)) {
      return map(id);
    }
    Element twin = source.style(style.childVal("link"));
    boolean fits = twin != null && twin.w("type", "paragraph").equals(type);
    return twin != null && fits ? map(twin.w("styleId", "")) : null;
  }

  private String shiftedHeading(int level) {
    String name = "heading " + Math.min(9, level);
    Element own = source.named("paragraph", name);
    Element twin = target.named("paragraph", name);
    if (own != null && twin == null) {
      return bring(own.w("styleId", ""), own, "paragraph", false);
    }
    return target.ensure("paragraph", name);
  }

  /** The id to use where the source names no style; null if the master's default will do. */
  public @Nullable String mapDefault(String type) {
    if (!ownLook) {
      return null;
    }
    Element style = source.defaultStyle(type);
    return style == null ? null : map(style.w("styleId", ""));
  }

  /** The new id of a style that came along; null if it was adopted or not used. */
  public @Nullable String importedId(String id) {
    return imported.contains(id) ? mapped.get(id) : null;
  }

  private boolean sameLook(Element style, Element twin) {
    if (ownLook) {
      return look.sameDefaults()
          && sourceSignatures.full(style).equals(targetSignatures.full(twin));
    }
    return StyleNames.isBuiltIn(style)
        || sourceSignatures.own(style).equals(targetSignatures.own(twin));
  }

  private String bring(String id, Element style, String type, boolean rename) {
    String newId = target.freeId(id);
    mapped.putIfAbsent(id, newId);
    imported.add(id);
    Element copy = style.copy().with("styleId", newId);
    copy.drop(Ns.W, "default");
    copy.elements("rsid").forEach(Element::detach);
    String newName = target.freeName(type, nameOf(style));
    Element nameElement = copy.child("name");
    if (nameElement == null) {
      copy.insert(0, Element.wVal("name", newName));
    } else {
      nameElement.with("val", newName);
    }
    if (rename) {
      copy.with("customStyle", "1");
      copy.elements("aliases").forEach(Element::detach);
    }
    // registered before its relatives, because styles may refer to each other in circles
    target.add(copy);
    mapReference(copy, "basedOn");
    mapReference(copy, "next");
    mapReference(copy, "link");
    for (Element numId : copy.find("numId")) {
      numId.with("val", numbering.apply(numId.w("val", "0")));
    }
    if (ownLook) {
      look.settle(copy, copy.child("basedOn") == null);
    }
    keepOrder(copy);
    return newId;
  }

  private static String nameOf(Element style) {
    String name = style.childVal("name");
    return name == null ? style.w("styleId", "Style") : name;
  }

  private void mapReference(Element style, String reference) {
    Element e = style.child(reference);
    if (e == null) {
      return;
    }
    String id = map(e.w("val", ""));
    if (id == null) {
      e.detach();
    } else {
      e.with("val", id);
    }
  }

  private static void keepOrder(Element style) {
    for (String name : new String[] {"pPr", "rPr"}) {
      Element properties = style.child(name);
      if (properties != null) {
        SchemaOrder.put(style, properties.detach());
      }
    }
  }
}
