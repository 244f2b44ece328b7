package io.crmkit.proposals.word.xml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An element of a small mutable XML tree.
 *
 * <p>The tree is our own rather than the JDK's DOM because merging moves subtrees between documents
 * all the time: names carry their namespace and prefixes are settled only when writing, so a moved
 * subtree can never lose a declaration. Not thread-safe; a tree belongs to one merge.
 */
public final class Element implements Node {

  private final String ns;
  private final String prefix;
  private final String local;
  private final List<Attr> attributes = new ArrayList<>(4);
  private final List<Node> children = new ArrayList<>(4);
  private @Nullable Element parent;

  /** An element with the prefix as a wish to the writer. */
  public Element(String ns, String prefix, String local) {
    this.ns = ns;
    this.prefix = prefix;
    this.local = local;
  }

  /** An element in a well-known namespace. */
  public static Element of(String ns, String local) {
    return new Element(ns, Ns.prefix(ns), local);
  }

  /** An element of WordprocessingML with children. */
  public static Element word(String local, Node... children) {
    Element result = of(Ns.W, local);
    for (Node child : children) {
      result.add(child);
    }
    return result;
  }

  /** An element of WordprocessingML with one {@code w:val}. */
  public static Element wVal(String local, String value) {
    return of(Ns.W, local).with("val", value);
  }

  /** The namespace. */
  public String ns() {
    return ns;
  }

  /** The prefix the source used. */
  public String prefix() {
    return prefix;
  }

  /** The local name. */
  public String local() {
    return local;
  }

  /** The element this one stands in. */
  public @Nullable Element parent() {
    return parent;
  }

  /** Whether this is the named element. */
  public boolean is(String otherNs, String otherLocal) {
    return local.equals(otherLocal) && ns.equals(otherNs);
  }

  /** Whether this is the named WordprocessingML element. */
  public boolean isW(String otherLocal) {
    return is(Ns.W, otherLocal);
  }

  /** The attributes, read-only. */
  public List<Attr> attributes() {
    return Collections.unmodifiableList(attributes);
  }

  /** The value of an attribute. */
  public @Nullable String attr(String attrNs, String attrLocal) {
    for (Attr attribute : attributes) {
      if (attribute.is(attrNs, attrLocal)) {
        return attribute.value();
      }
    }
    return null;
  }

  /** The value of an attribute in the WordprocessingML namespace. */
  public @Nullable String w(String attrLocal) {
    return attr(Ns.W, attrLocal);
  }

  /** The value of an attribute in the WordprocessingML namespace, or the fallback. */
  public String w(String attrLocal, String fallback) {
    String value = attr(Ns.W, attrLocal);
    return value == null ? fallback : value;
  }

  /** Sets an attribute, in place if it is there. */
  public Element set(Attr attribute) {
    for (int i = 0; i < attributes.size(); i++) {
      if (attributes.get(i).is(attribute.ns(), attribute.local())) {
        attributes.set(i, attribute);
        return this;
      }
    }
    attributes.add(attribute);
    return this;
  }

  /** Sets an attribute. */
  public Element set(String attrNs, String attrLocal, String value) {
    return set(new Attr(attrNs, Ns.prefix(attrNs), attrLocal, value));
  }

  /** Sets an attribute in the WordprocessingML namespace. */
  public Element with(String attrLocal, String value) {
    return set(Ns.W, attrLocal, value);
  }

  /** Sets an attribute without a namespace. */
  public Element plain(String attrLocal, String value) {
    return set("", attrLocal, value);
  }

  /** Takes an attribute away. */
  public void drop(String attrNs, String attrLocal) {
    attributes.removeIf(a -> a.is(attrNs, attrLocal));
  }

  /** Takes away all attributes that match. */
  public void dropAttributes(Predicate<Attr> condition) {
    attributes.removeIf(condition);
  }

  /** The children, read-only. */
  public List<Node> children() {
    return Collections.unmodifiableList(children);
  }

  /** A copy of the list of child elements: safe to walk while the tree changes. */
  public List<Element> elements() {
    List<Element> result = new ArrayList<>(children.size());
    for (Node child : children) {
      if (child instanceof Element e) {
        result.add(e);
      }
    }
    return result;
  }

  /** The WordprocessingML children of that name. */
  public List<Element> elements(String wLocal) {
    List<Element> result = elements();
    result.removeIf(e -> !e.isW(wLocal));
    return result;
  }

  /** The first child of that name. */
  public @Nullable Element child(String childNs, String childLocal) {
    for (Node child : children) {
      if (child instanceof Element e && e.is(childNs, childLocal)) {
        return e;
      }
    }
    return null;
  }

  /** The first WordprocessingML child of that name. */
  public @Nullable Element child(String wLocal) {
    return child(Ns.W, wLocal);
  }

  /** The {@code w:val} of a WordprocessingML child. */
  public @Nullable String childVal(String wLocal) {
    Element found = child(wLocal);
    return found == null ? null : found.w("val");
  }

  /** Appends a child, taking it from where it was. */
  public Element add(Node child) {
    insert(children.size(), child);
    return this;
  }

  /** Appends children. */
  public Element addAll(Collection<? extends Node> nodes) {
    nodes.forEach(this::add);
    return this;
  }

  /** Inserts a child, taking it from where it was. */
  public void insert(int index, Node child) {
    if (child instanceof Element e) {
      Element old = e.parent;
      if (old != null) {
        throw new IllegalStateException("The element already has a parent: " + e.local);
      }
      e.parent = this;
    }
    children.add(index, child);
  }

  /** The position of a child, compared by identity, or -1. */
  public int indexOf(Node child) {
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i) == child) {
        return i;
      }
    }
    return -1;
  }

  /** Takes this element out of its parent, if it has one. */
  public Element detach() {
    Element old = parent;
    if (old != null) {
      old.children.remove(old.indexOf(this));
      parent = null;
    }
    return this;
  }

  /** Puts nodes where this element stands; the element is detached. */
  public void replaceWith(List<? extends Node> nodes) {
    Element old = parent;
    if (old == null) {
      throw new IllegalStateException("The element has no parent");
    }
    int at = old.indexOf(this);
    detach();
    for (Node node : nodes) {
      old.insert(at++, node);
    }
  }

  /** Takes all children out and returns them. */
  public List<Node> takeChildren() {
    List<Node> taken = new ArrayList<>(children);
    children.clear();
    for (Node node : taken) {
      if (node instanceof Element e) {
        e.parent = null;
      }
    }
    return taken;
  }

  /** The text directly inside this element. */
  public String text() {
    StringBuilder result = new StringBuilder();
    for (Node child : children) {
      if (child instanceof Text t) {
        result.append(t.value());
      }
    }
    return result.toString();
  }

  /** Replaces everything inside with text. */
  public Element setText(String value) {
    takeChildren();
    children.add(new Text(value));
    return this;
  }

  /**
   * Visits this element and all below it, parents first. The visitor may detach or change what it
   * is given; children added to a visited element while visiting it are visited too.
   */
  public void walk(Consumer<Element> visitor) {
    visitor.accept(this);
    for (Element child : elements()) {
      if (child.parent == this) {
        child.walk(visitor);
      }
    }
  }

  /** All elements below this one that match, in document order. */
  public List<Element> find(Predicate<Element> condition) {
    List<Element> result = new ArrayList<>();
    walk(
        e -> {
          if (e != this && condition.test(e)) {
            result.add(e);
          }
        });
    return result;
  }

  /** All WordprocessingML elements of that name below this one. */
  public List<Element> find(String wLocal) {
    return find(e -> e.isW(wLocal));
  }

  /** Whether this element stands somewhere inside the named one. */
  public boolean within(String wLocal) {
    for (Element e = parent; e != null; e = e.parent) {
      if (e.isW(wLocal)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Element copy() {
    Element result = new Element(ns, prefix, local);
    result.attributes.addAll(attributes);
    for (Node child : children) {
      result.add(child.copy());
    }
    return result;
  }

  @Override
  public String toString() {
    return "<" + prefix + ":" + local + attributes + " (" + children.size() + ")>";
  }
}
