package io.crmkit.proposals.word;

import static io.crmkit.proposals.word.WordDom.W;
import static io.crmkit.proposals.word.WordDom.children;
import static io.crmkit.proposals.word.WordDom.first;
import static io.crmkit.proposals.word.WordDom.isW;
import static io.crmkit.proposals.word.WordDom.walk;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The body ends with its section, blocks are complete, and properties stand in their order. */
final class BodyRules {

  /** Properties out of order make Word refuse a file; these are the ones the engine touches. */
  private static final Map<String, List<String>> ORDER =
      Map.of(
          "pPr",
          List.of(
              "pStyle",
              "keepNext",
              "keepLines",
              "pageBreakBefore",
              "numPr",
              "pBdr",
              "shd",
              "tabs",
              "spacing",
              "ind",
              "contextualSpacing",
              "jc",
              "outlineLvl",
              "rPr",
              "sectPr"),
          "rPr",
          List.of(
              "rStyle",
              "rFonts",
              "b",
              "i",
              "strike",
              "noProof",
              "color",
              "sz",
              "highlight",
              "u",
              "vertAlign",
              "lang"),
          "sectPr",
          List.of(
              "headerReference",
              "footerReference",
              "footnotePr",
              "endnotePr",
              "type",
              "pgSz",
              "pgMar",
              "pgNumType",
              "cols",
              "titlePg",
              "docGrid"),
          "style",
          List.of("name", "basedOn", "next", "link", "qFormat", "pPr", "rPr"),
          "numbering",
          List.of("numPicBullet", "abstractNum", "num"),
          "settings",
          List.of("zoom", "evenAndOddHeaders", "footnotePr", "endnotePr", "compat", "rsids"));

  private final Map<String, Document> trees;
  private final List<String> problems;

  BodyRules(WordPackage file) {
    this.trees = file.trees;
    this.problems = file.problems;
  }

  void check() {
    body();
    blocks();
  }

  private void body() {
    Document document = trees.get("word/document.xml");
    Element body = first(document.getDocumentElement(), "body");
    if (body == null) {
      problems.add("no body");
      return;
    }
    List<Element> children = children(body);
    long direct = children.stream().filter(e -> isW(e, "sectPr")).count();
    if (direct != 1 || !isW(children.get(children.size() - 1), "sectPr")) {
      problems.add("the body must end with its one sectPr; it has " + direct);
    }
    walk(
        document.getDocumentElement(),
        e -> {
          if (isW(e, "sectPr") && e.getParentNode() != body && !isW(e.getParentNode(), "pPr")) {
            problems.add("sectPr in " + e.getParentNode().getNodeName());
          }
          if (isW(e, "altChunk") || isW(e, "subDoc")) {
            problems.add("foreign content: " + e.getNodeName());
          }
        });
  }

  private void blocks() {
    for (Map.Entry<String, Document> part : trees.entrySet()) {
      if (!part.getKey().startsWith("word/")) {
        continue;
      }
      walk(
          part.getValue().getDocumentElement(),
          e -> {
            if (isW(e, "tc") && !lastChildIs(e, "p")) {
              problems.add("a cell must end with a paragraph: " + part.getKey());
            }
            if (isW(e, "tbl") && !contains(e, "tr")) {
              problems.add("a table without rows: " + part.getKey());
            }
            if (isW(e, "p") && e.getParentNode() != null && isW(e.getParentNode(), "p")) {
              problems.add("paragraph in paragraph: " + part.getKey());
            }
            order(part.getKey(), e);
          });
    }
  }

  private void order(String part, Element e) {
    List<String> expected = ORDER.getOrDefault(String.valueOf(e.getLocalName()), List.of());
    if (expected.isEmpty() || !W.equals(e.getNamespaceURI())) {
      return;
    }
    boolean margins = e.getLocalName().equals("sectPr");
    int last = -1;
    for (Element child : children(e)) {
      String name = child.getLocalName();
      // headers and footers may be mixed among themselves
      int at =
          expected.indexOf(margins && name.equals("footerReference") ? "headerReference" : name);
      if (at >= 0 && at < last) {
        problems.add("order in " + e.getNodeName() + " of " + part + ": " + name);
      }
      last = Math.max(last, at);
    }
  }

  private static boolean lastChildIs(Element e, String local) {
    List<Element> all = children(e);
    all.removeIf(c -> c.getLocalName().startsWith("bookmark"));
    return !all.isEmpty()
        && (isW(all.get(all.size() - 1), local) || isW(all.get(all.size() - 1), "sdt"));
  }

  private static boolean contains(Element e, String local) {
    return e.getElementsByTagNameNS(W, local).getLength() > 0;
  }
}
