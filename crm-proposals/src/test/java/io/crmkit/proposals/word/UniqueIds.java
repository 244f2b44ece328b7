package io.crmkit.proposals.word;

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

/** Bookmarks, drawings, content controls and paragraphs have ids of their own. */
final class UniqueIds {

  private static final String WP =
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

  private final Map<String, Document> trees;
  private final List<String> problems;

  UniqueIds(WordPackage file) {
    this.trees = file.trees;
    this.problems = file.problems;
  }

  void check() {
    uniqueIds();
  }

  private void uniqueIds() {
    Map<String, Set<String>> seen = new HashMap<>();
    Map<String, Integer> starts = new HashMap<>();
    trees.forEach(
        (part, d) -> {
          if (part.startsWith("word/glossary")) {
            return;
          }
          walk(
              d.getDocumentElement(),
              e -> {
                if (isW(e, "bookmarkStart")) {
                  once(seen, "bookmark id", w(e, "id"));
                  once(seen, "bookmark name", w(e, "name").toLowerCase(Locale.ROOT));
                  starts.merge(w(e, "id"), 1, Integer::sum);
                } else if (isW(e, "bookmarkEnd")) {
                  starts.merge(w(e, "id"), -1, Integer::sum);
                } else if (WP.equals(e.getNamespaceURI()) && e.getLocalName().equals("docPr")) {
                  once(seen, "docPr id", e.getAttribute("id"));
                } else if (isW(e, "id") && isW(e.getParentNode(), "sdtPr")) {
                  once(seen, "content control id", w(e, "val"));
                }
                String paragraph =
                    e.getAttributeNS(
                        "http://schemas.microsoft.com/office/word/2010/wordml", "paraId");
                if (!paragraph.isEmpty()) {
                  once(seen, "paragraph id", paragraph);
                }
              });
        });
    starts.forEach(
        (id, n) -> {
          if (n != 0) {
            problems.add("bookmark without its other end: " + id);
          }
        });
  }

  private void once(Map<String, Set<String>> seen, String kind, String value) {
    if (!seen.computeIfAbsent(kind, k -> new HashSet<>()).add(value)) {
      problems.add(kind + " twice: " + value);
    }
  }
}
