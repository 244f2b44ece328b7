package io.crmkit.proposals.word.toc;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.RunText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field whose result spans paragraphs.
 *
 * @param first paragraph it begins in
 * @param begin run with its beginning
 * @param last paragraph it ends in
 * @param end run with its end
 * @param instruction what it does
 */
record TocField(Element first, Element begin, Element last, Element end, String instruction) {

  /** All TOC fields of a body that begin and end among the same siblings. */
  static List<TocField> find(Element body) {
    for (Element simple : body.find("fldSimple")) {
      if (TocSwitches.parse(simple.w("instr", "")) != null) {
        expand(simple);
      }
    }
    List<TocField> result = new ArrayList<>();
    List<Element> runs = body.find(e -> e.isW("fldChar") || e.isW("instrText"));
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).w("fldCharType", "").equals("begin")) {
        TocField field = read(runs, i);
        if (field != null && TocSwitches.parse(field.instruction()) != null) {
          result.add(field);
        }
      }
    }
    return result;
  }

  private static @Nullable TocField read(List<Element> marks, int start) {
    int depth = 0;
    boolean separated = false;
    StringBuilder instruction = new StringBuilder();
    for (int i = start; i < marks.size(); i++) {
      Element mark = marks.get(i);
      String type = mark.w("fldCharType", "");
      if (mark.isW("instrText")) {
        instruction.append(depth == 1 && !separated ? mark.text() : "");
      } else if (type.equals("begin")) {
        depth++;
      } else if (type.equals("separate")) {
        separated |= depth == 1;
      } else if (type.equals("end") && --depth == 0) {
        return between(marks.get(start), mark, instruction.toString());
      }
    }
    return null;
  }

  private static @Nullable TocField between(Element begin, Element end, String instruction) {
    Element beginRun = begin.parent();
    Element endRun = end.parent();
    Element first = beginRun == null ? null : beginRun.parent();
    Element last = endRun == null ? null : endRun.parent();
    if (beginRun == null || endRun == null || first == null || last == null) {
      return null;
    }
    boolean siblings = first.isW("p") && last.isW("p") && first.parent() == last.parent();
    return siblings ? new TocField(first, beginRun, last, endRun, instruction) : null;
  }

  private static void expand(Element simple) {
    Element instruction = Element.word("instrText").setText(simple.w("instr", ""));
    simple.replaceWith(
        List.of(
            mark("begin"),
            Element.word("r", instruction),
            mark("separate"),
            Element.word("r", RunText.element("")),
            mark("end")));
  }

  /** A run with one mark of a field. */
  static Element mark(String type) {
    return Element.word("r", Element.word("fldChar").with("fldCharType", type));
  }
}
