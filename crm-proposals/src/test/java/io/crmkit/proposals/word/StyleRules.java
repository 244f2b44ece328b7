package io.crmkit.proposals.word;

import static io.crmkit.proposals.word.WordDom.W;
import static io.crmkit.proposals.word.WordDom.first;
import static io.crmkit.proposals.word.WordDom.isW;
import static io.crmkit.proposals.word.WordDom.w;
import static io.crmkit.proposals.word.WordDom.walk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Styles and numberings are declared once, and what is used is declared. */
final class StyleRules {

  private final Map<String, Document> trees;
  private final List<String> problems;

  StyleRules(WordPackage file) {
    this.trees = file.trees;
    this.problems = file.problems;
  }

  void check() {
    styles(declared());
    numbering();
  }

  private Map<String, String> declared() {
    Document tree = trees.get("word/styles.xml");
    Map<String, String> types = new HashMap<>();
    Set<String> names = new HashSet<>();
    if (tree != null) {
      walk(
          tree.getDocumentElement(),
          e -> {
            if (!isW(e, "style")) {
              return;
            }
            String id = w(e, "styleId");
            if (types.put(id, w(e, "type")) != null) {
              problems.add("style id twice: " + id);
            }
            Element name = first(e, "name");
            String key =
                w(e, "type") + "|" + (name == null ? "" : w(name, "val")).toLowerCase(Locale.ROOT);
            if (!names.add(key)) {
              problems.add("style name twice: " + key);
            }
          });
    }
    return types;
  }

  private void styles(Map<String, String> types) {
    Map<String, String> expected =
        Map.of("pStyle", "paragraph", "rStyle", "character", "tblStyle", "table");
    trees.forEach(
        (part, d) -> {
          if (part.startsWith("word/glossary")) {
            return;
          }
          walk(
              d.getDocumentElement(),
              e -> {
                String type = W.equals(e.getNamespaceURI()) ? expected.get(e.getLocalName()) : null;
                boolean relative =
                    Set.of("basedOn", "next", "link", "numStyleLink", "styleLink")
                            .contains(String.valueOf(e.getLocalName()))
                        && W.equals(e.getNamespaceURI());
                if (type != null && !type.equals(types.get(w(e, "val")))) {
                  problems.add("unknown " + type + " style " + w(e, "val") + " in " + part);
                }
                if (relative && !types.containsKey(w(e, "val"))) {
                  problems.add("unknown relative style " + w(e, "val") + " in " + part);
                }
              });
        });
  }

  private void numbering() {
    Set<String> abstracts = new HashSet<>();
    Set<String> nums = new HashSet<>();
    Set<String> nsids = new HashSet<>();
    Document tree = trees.get("word/numbering.xml");
    if (tree != null) {
      walk(
          tree.getDocumentElement(),
          e -> {
            if (isW(e, "abstractNum") && !abstracts.add(w(e, "abstractNumId"))) {
              problems.add("abstractNum twice: " + w(e, "abstractNumId"));
            } else if (isW(e, "num") && !nums.add(w(e, "numId"))) {
              problems.add("num twice: " + w(e, "numId"));
            } else if (isW(e, "nsid") && !nsids.add(w(e, "val"))) {
              problems.add("nsid twice: " + w(e, "val"));
            }
          });
      walk(
          tree.getDocumentElement(),
          e -> {
            if (isW(e, "abstractNumId") && !abstracts.contains(w(e, "val"))) {
              problems.add("num of an unknown abstractNum: " + w(e, "val"));
            }
          });
    }
    trees.forEach(
        (part, d) -> {
          if (part.startsWith("word/glossary")) {
            return;
          }
          walk(
              d.getDocumentElement(),
              e -> {
                if (isW(e, "numId") && !w(e, "val").equals("0") && !nums.contains(w(e, "val"))) {
                  problems.add("unknown numId " + w(e, "val") + " in " + part);
                }
              });
        });
  }
}
