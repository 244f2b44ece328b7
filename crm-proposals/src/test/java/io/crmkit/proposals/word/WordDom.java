package io.crmkit.proposals.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds one's way in the trees of a Word file. */
final class WordDom {

  static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";

  private WordDom() {}

  static boolean isW(Node node, String local) {
    return node != null && W.equals(node.getNamespaceURI()) && local.equals(node.getLocalName());
  }

  static String w(Element e, String name) {
    return e.getAttributeNS(W, name);
  }

  static List<Element> children(Element e) {
    List<Element> result = new ArrayList<>();
    for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        result.add(child);
      }
    }
    return result;
  }

  static Element first(Element e, String local) {
    return children(e).stream().filter(c -> isW(c, local)).findFirst().orElse(null);
  }

  static void walk(Element e, Consumer<Element> visitor) {
    visitor.accept(e);
    for (Element child : children(e)) {
      walk(child, visitor);
    }
  }
}
