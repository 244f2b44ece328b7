package io.crmkit.proposals.word;

import io.crmkit.proposals.word.check.WordNotice;
import io.crmkit.proposals.word.fields.FieldProblem;
import io.crmkit.proposals.word.toc.OutlineEntry;
import java.util.List;

/**
 * What a merge has to say besides the document.
 *
 * @param notices what was left out or changed
 * @param fieldProblems merge fields that stand unfilled in the document
 * @param outline the headings of the document in order
 */
public record MergeResult(
    List<WordNotice> notices, List<FieldProblem> fieldProblems, List<OutlineEntry> outline) {

  /** Copies the lists. */
  public MergeResult {
    notices = List.copyOf(notices);
    fieldProblems = List.copyOf(fieldProblems);
    outline = List.copyOf(outline);
  }
}
