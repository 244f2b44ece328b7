package io.crmkit.proposals.word;

import static io.crmkit.proposals.word.WordDom.MC;
import static io.crmkit.proposals.word.WordDom.R;
import static io.crmkit.proposals.word.WordDom.children;
import static io.crmkit.proposals.word.WordDom.isW;
import static io.crmkit.proposals.word.WordDom.w;
import static io.crmkit.proposals.word.WordDom.walk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** What is referred to is there, once; what is opened is closed. */
final class ReferenceRules {

  private final Map<String, Document> trees;
  private final Map<String, Map<String, Element>> relationships;
  private final List<String> problems;

  ReferenceRules(WordPackage file) {
    this.trees = file.trees;
    this.relationships = file.relationships;
    this.problems = file.problems;
  }

  void check() {
    references();
    List.of("footnote", "endnote", "comment").forEach(this::notes);
    shapes();
    namespaces();
    fields();
  }

  private void references() {
    Set<String> drawings = new HashSet<>();
    trees.forEach(
        (part, d) -> {
          Map<String, Element> own = relationships.getOrDefault(part, Map.of());
          walk(
              d.getDocumentElement(),
              e -> {
                NamedNodeMap attributes = e.getAttributes();
                for (int i = 0; i < attributes.getLength(); i++) {
                  Attr a = (Attr) attributes.item(i);
                  if (R.equals(a.getNamespaceURI())
                      && !a.getValue().isEmpty()
                      && !own.containsKey(a.getValue())) {
                    problems.add("unknown relationship " + a.getValue() + " in " + part);
                  }
                }
                if (e.getLocalName().equals("dataModelExt") && e.hasAttribute("relId")) {
                  Element drawing =
                      relationships.get("word/document.xml").get(e.getAttribute("relId"));
                  if (drawing == null
                      || !drawing.getAttribute("Type").endsWith("/diagramDrawing")
                      || !drawings.add(drawing.getAttribute("Target"))) {
                    problems.add("a diagram without a drawing of its own: " + part);
                  }
                }
              });
        });
  }

  private void notes(String kind) {
    Document notes = trees.get("word/" + kind + "s.xml");
    Set<String> ids = new HashSet<>();
    if (notes != null) {
      for (Element e : children(notes.getDocumentElement())) {
        if (!ids.add(w(e, "id"))) {
          problems.add(kind + " twice: " + w(e, "id"));
        }
      }
    }
    Set<String> used = new HashSet<>();
    walk(
        trees.get("word/document.xml").getDocumentElement(),
        e -> {
          if (isW(e, kind + "Reference")) {
            if (!ids.contains(w(e, "id"))) {
              problems.add("unknown " + kind + " " + w(e, "id"));
            }
            if (!used.add(w(e, "id"))) {
              problems.add(kind + " referred to twice " + w(e, "id"));
            }
          }
        });
  }

  private void shapes() {
    trees.forEach(
        (part, d) -> {
          Set<String> ids = new HashSet<>();
          List<Element> objects = new ArrayList<>();
          walk(
              d.getDocumentElement(),
              e -> {
                if ("urn:schemas-microsoft-com:vml".equals(e.getNamespaceURI())
                    && e.hasAttribute("id")
                    && !e.getLocalName().equals("shapetype")
                    && !ids.add(e.getAttribute("id"))) {
                  problems.add("shape id twice: " + e.getAttribute("id") + " in " + part);
                }
                if (e.getLocalName().equals("OLEObject")) {
                  objects.add(e);
                }
              });
          for (Element e : objects) {
            if (!ids.contains(e.getAttribute("ShapeID"))) {
              problems.add("object without its shape: " + e.getAttribute("ShapeID"));
            }
          }
        });
  }

  private void namespaces() {
    trees.forEach(
        (part, d) ->
            walk(
                d.getDocumentElement(),
                e -> {
                  String ignorable = e.getAttributeNS(MC, "Ignorable");
                  String requires =
                      MC.equals(e.getNamespaceURI()) ? e.getAttribute("Requires") : "";
                  for (String prefix : (ignorable + " " + requires).split(" ")) {
                    if (!prefix.isEmpty() && e.lookupNamespaceURI(prefix) == null) {
                      problems.add("prefix not declared: " + prefix + " in " + part);
                    }
                  }
                }));
  }

  /** Every field must close in its part, and every link inside the document must lead somewhere. */
  private void fields() {
    Set<String> names = new HashSet<>();
    trees
        .values()
        .forEach(
            d ->
                walk(
                    d.getDocumentElement(),
                    e -> {
                      if (isW(e, "bookmarkStart")) {
                        names.add(w(e, "name").toLowerCase(Locale.ROOT));
                      }
                    }));
    trees.forEach(
        (part, d) -> {
          int[] open = {0};
          walk(
              d.getDocumentElement(),
              e -> {
                if (isW(e, "fldChar")) {
                  String type = w(e, "fldCharType");
                  open[0] += type.equals("begin") ? 1 : type.equals("end") ? -1 : 0;
                } else if (isW(e, "hyperlink") && w(e, "anchor").startsWith("_Toc")) {
                  if (!names.contains(w(e, "anchor").toLowerCase(Locale.ROOT))) {
                    problems.add("link to nowhere: " + w(e, "anchor"));
                  }
                }
              });
          if (open[0] != 0) {
            problems.add("fields do not close in " + part);
          }
        });
  }
}
