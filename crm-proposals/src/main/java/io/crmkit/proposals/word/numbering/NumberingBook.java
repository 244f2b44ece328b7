package io.crmkit.proposals.word.numbering;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.XmlWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The list definitions of one document. Not thread-safe.
 *
 * <p>A list has two halves: an abstract definition (levels, formats) and numbers that use it. Lists
 * that share a definition count on together unless a number says to start again, so definitions of
 * different documents are never shared. Each copy also gets its own {@code w:nsid}: Word takes two
 * definitions with one nsid for the same list and would count through.
 */
public final class NumberingBook {

  private final Element tree;
  private final Map<String, Element> abstracts = new HashMap<>();
  private final Map<String, Element> numbers = new HashMap<>();
  private final Set<String> nsids = new HashSet<>();
  private int nextAbstract;
  private int nextNumber = 1;
  private int nextPicture;
  private int nsidSeed = 0x2A000000;
  private @Nullable String bulletAbstract;

  /** The definitions of a numbering part; the tree is used, not copied. */
  public NumberingBook(Element tree) {
    this.tree = tree;
    tree.elements("numIdMacAtCleanup").forEach(Element::detach);
    for (Element e : tree.elements("abstractNum")) {
      abstracts.put(e.w("abstractNumId", ""), e);
      nextAbstract = Math.max(nextAbstract, number(e.w("abstractNumId", "0")) + 1);
      String nsid = e.childVal("nsid");
      if (nsid != null) {
        nsids.add(nsid);
      }
    }
    for (Element e : tree.elements("num")) {
      numbers.put(e.w("numId", ""), e);
      nextNumber = Math.max(nextNumber, number(e.w("numId", "0")) + 1);
    }
    for (Element e : tree.elements("numPicBullet")) {
      nextPicture = Math.max(nextPicture, number(e.w("numPicBulletId", "0")) + 1);
    }
  }

  /** A numbering part without lists. */
  public static Element emptyTree() {
    return Element.word("numbering");
  }

  /** The tree of the numbering part. */
  public Element tree() {
    return tree;
  }

  /** Whether there is any list. */
  public boolean isEmpty() {
    return tree.elements().isEmpty();
  }

  /** The list with the number. */
  public @Nullable Element num(String numId) {
    return numbers.get(numId);
  }

  /** The definition with the id. */
  public @Nullable Element definition(@Nullable String abstractId) {
    return abstractId == null ? null : abstracts.get(abstractId);
  }

  /** The definition that a list uses. */
  public @Nullable Element definitionOf(String numId) {
    Element num = num(numId);
    return num == null ? null : definition(num.childVal("abstractNumId"));
  }

  @Nullable Element picture(String id) {
    for (Element e : tree.elements("numPicBullet")) {
      if (e.w("numPicBulletId", "").equals(id)) {
        return e;
      }
    }
    return null;
  }

  /** A list's definition in a form that can be compared between documents. */
  public String signature(String numId) {
    Element definition = definitionOf(numId);
    Element num = num(numId);
    if (definition == null || num == null) {
      return "none";
    }
    Element copy = definition.copy();
    copy.dropAttributes(a -> true);
    for (Element child : copy.elements()) {
      if (Set.of("nsid", "tmpl", "name", "styleLink").contains(child.local())) {
        child.detach();
      }
    }
    copy.walk(
        e -> {
          if (e.isW("lvl")) {
            e.dropAttributes(a -> a.local().equals("tplc") || a.local().equals("tentative"));
            e.elements("pStyle").forEach(Element::detach);
          }
        });
    StringBuilder result = new StringBuilder(XmlWriter.canonical(copy));
    num.elements("lvlOverride").forEach(o -> result.append(XmlWriter.canonical(o)));
    return result.toString();
  }

  /** Adds a definition under a new id, which is returned. */
  String addDefinition(Element copy) {
    String id = "" + nextAbstract++;
    copy.with("abstractNumId", id);
    copy.dropAttributes(a -> a.local().equals("restartNumberingAfterBreak"));
    String nsid = freeNsid();
    Element own = copy.child("nsid");
    if (own == null) {
      copy.insert(0, Element.wVal("nsid", nsid));
    } else {
      own.with("val", nsid);
    }
    insertBeforeFirst(copy, Set.of("num", "numIdMacAtCleanup"));
    abstracts.put(id, copy);
    return id;
  }

  /** Adds a list of a definition; the copy's overrides are kept. Returns its number. */
  String addNum(Element copy, String abstractId) {
    String id = "" + nextNumber++;
    copy.with("numId", id);
    Element link = copy.child("abstractNumId");
    if (link == null) {
      copy.insert(0, Element.wVal("abstractNumId", abstractId));
    } else {
      link.with("val", abstractId);
    }
    copy.dropAttributes(a -> a.local().equals("durableId"));
    tree.add(copy);
    numbers.put(id, copy);
    return id;
  }

  /** Adds a picture bullet; returns its id. */
  String addPicture(Element copy) {
    String id = "" + nextPicture++;
    copy.with("numPicBulletId", id);
    insertBeforeFirst(copy, Set.of("abstractNum", "num", "numIdMacAtCleanup"));
    return id;
  }

  private void insertBeforeFirst(Element added, Set<String> names) {
    int at = 0;
    for (Element e : tree.elements()) {
      if (e.ns().equals(Ns.W) && names.contains(e.local())) {
        break;
      }
      at++;
    }
    tree.insert(at, added);
  }

  private String freeNsid() {
    String nsid;
    do {
      nsid = String.format("%08X", nsidSeed);
      nsidSeed += 0x00010001;
    } while (!nsids.add(nsid));
    return nsid;
  }

  /** Adds a definition and a list that uses it; returns the list's number. */
  public String add(Element definition) {
    return addNum(Element.word("num"), addDefinition(definition));
  }

  /** The number of a bulleted list for generated content, one for the whole document. */
  public String bullets() {
    String known = bulletAbstract;
    if (known == null) {
      known = add(GeneratedLists.bullets());
      bulletAbstract = known;
    }
    return known;
  }

  /** A new numbered list for generated content. */
  public String numbered(int start) {
    return add(GeneratedLists.numbers(start));
  }

  /** The levels of a list with its overrides applied, by level. */
  public Map<Integer, Element> levels(String numId) {
    Map<Integer, Element> result = new HashMap<>();
    Element definition = definitionOf(numId);
    Element num = num(numId);
    if (definition == null || num == null) {
      return result;
    }
    for (Element lvl : definition.elements("lvl")) {
      result.put(number(lvl.w("ilvl", "0")), lvl);
    }
    for (Element override : num.elements("lvlOverride")) {
      List<Element> own = override.elements("lvl");
      if (!own.isEmpty()) {
        result.put(number(override.w("ilvl", "0")), own.get(0));
      }
    }
    return result;
  }

  static int number(@Nullable String value) {
    if (value == null) {
      return 0;
    }
    try {
      return Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
