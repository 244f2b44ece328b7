package io.crmkit.proposals.word;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads the text of a Word file with the JDK alone, as an oracle that shares no code. */
final class WordText {

  private WordText() {}

  /** The non-empty paragraphs of the main document in order, contents tables left out. */
  static List<String> paragraphs(byte[] file) {
    return of(WordPackageChecker.tree(file, "word/document.xml"));
  }

  /** The non-empty paragraphs of any part in order. */
  static List<String> paragraphs(byte[] file, String part) {
    return of(WordPackageChecker.tree(file, part));
  }

  private static List<String> of(Document d) {
    List<String> result = new ArrayList<>();
    boolean[] inContents = {false};
    int[] depth = {0};
    List<Integer> contentsDepth = new ArrayList<>();
    WordDom.walk(
        d.getDocumentElement(),
        e -> {
          if (!WordDom.isW(e, "p")) {
            return;
          }
          boolean before = inContents[0];
          toc(e, inContents, depth, contentsDepth);
          String text = text(e).strip();
          if (!text.isEmpty() && !before && !inContents[0]) {
            result.add(text);
          }
        });
    return result;
  }

  private static void toc(
      Element p, boolean[] inContents, int[] depth, List<Integer> contentsDepth) {
    WordDom.walk(
        p,
        e -> {
          if (WordDom.isW(e, "instrText") && e.getTextContent().strip().startsWith("TOC")) {
            inContents[0] = true;
            contentsDepth.add(depth[0]);
          } else if (WordDom.isW(e, "fldChar")) {
            String type = WordDom.w(e, "fldCharType");
            if (type.equals("begin")) {
              depth[0]++;
            } else if (type.equals("end")) {
              if (contentsDepth.remove((Integer) depth[0])) {
                inContents[0] = false;
              }
              depth[0]--;
            }
          }
        });
  }

  private static String text(Element p) {
    StringBuilder out = new StringBuilder();
    collect(p, out);
    return out.toString();
  }

  private static void collect(Node parent, StringBuilder out) {
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (!(n instanceof Element e) || WordDom.isW(e, "p")) {
        continue;
      }
      if (WordDom.isW(e, "t")) {
        out.append(e.getTextContent());
      } else if (WordDom.isW(e, "tab") || WordDom.isW(e, "br")) {
        out.append(' ');
      } else {
        collect(e, out);
      }
    }
  }
}
