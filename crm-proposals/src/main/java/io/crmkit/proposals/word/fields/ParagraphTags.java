package io.crmkit.proposals.word.fields;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Node;
import io.crmkit.proposals.word.xml.RunText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tags of one paragraph and gives each a run of its own. Word cuts text into runs
 * wherever it likes (spelling, revision marks, typing pauses), so a tag may begin in one run and
 * end three runs later; it takes on the look of the run it begins in.
 */
final class ParagraphTags {

  private ParagraphTags() {}

  /** The text of a paragraph without that of text boxes inside of it. */
  static String text(Element paragraph) {
    StringBuilder result = new StringBuilder();
    pieces(paragraph).forEach(t -> result.append(t.text()));
    return result.toString();
  }

  /** The only tag of a paragraph that holds nothing else; null if it holds anything else. */
  static @Nullable Tag only(String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("{{")) {
      return null;
    }
    Matcher matcher = Tag.BRACES.matcher(trimmed);
    return matcher.matches() ? Tag.parse(matcher.group(1)) : null;
  }

  /** Gives every tag a run of its own; returns these runs with their tags. */
  static Map<Element, Tag> isolate(Element paragraph) {
    Map<Element, Tag> result = new IdentityHashMap<>();
    List<Element> pieces = pieces(paragraph);
    StringBuilder all = new StringBuilder();
    int[] starts = new int[pieces.size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = all.length();
      all.append(pieces.get(i).text());
    }
    List<int[]> spans = new ArrayList<>();
    List<Tag> tags = new ArrayList<>();
    Matcher matcher = Tag.BRACES.matcher(all);
    while (matcher.find()) {
      Tag tag = Tag.parse(matcher.group(1));
      if (tag != null) {
        spans.add(new int[] {matcher.start(), matcher.end()});
        tags.add(tag);
      }
    }
    // from the end, so that what stands before keeps its place
    for (int i = spans.size() - 1; i >= 0; i--) {
      Element run = cutOut(pieces, starts, spans.get(i)[0], spans.get(i)[1]);
      result.put(run, tags.get(i));
    }
    if (!tags.isEmpty()) {
      pieces.forEach(ParagraphTags::dropIfEmpty);
    }
    return result;
  }

  private static void dropIfEmpty(Element t) {
    Element run = t.parent();
    if (run == null || !t.text().isEmpty()) {
      return;
    }
    t.detach();
    if (run.elements().stream().allMatch(e -> e.isW("rPr"))) {
      run.detach();
    }
  }

  private static Element cutOut(List<Element> pieces, int[] starts, int from, int to) {
    int first = pieceAt(starts, pieces, from);
    int last = pieceAt(starts, pieces, to - 1);
    Element t = pieces.get(first);
    String firstText = t.text();
    Element run = Objects.requireNonNull(t.parent());
    if (first != last) {
      for (int i = first + 1; i < last; i++) {
        RunText.setText(pieces.get(i), "");
      }
      Element end = pieces.get(last);
      RunText.setText(end, end.text().substring(to - starts[last]));
    }
    String rest = first == last ? firstText.substring(to - starts[first]) : "";
    RunText.setText(t, firstText.substring(0, from - starts[first]));
    Element tagRun = sameLook(run);
    List<Element> added = new ArrayList<>();
    added.add(tagRun);
    Element after = sameLook(run);
    if (!rest.isEmpty()) {
      after.add(RunText.element(rest));
    }
    moveFollowing(run, t, after);
    boolean hasRest = after.elements().stream().anyMatch(e -> !e.isW("rPr"));
    if (hasRest) {
      added.add(after);
    }
    Element parent = Objects.requireNonNull(run.parent());
    int at = parent.indexOf(run) + 1;
    for (Element e : added) {
      parent.insert(at++, e);
    }
    return tagRun;
  }

  /** What follows the text inside of its run follows the tag too. */
  private static void moveFollowing(Element run, Element t, Element after) {
    boolean passed = false;
    for (Node node : List.copyOf(run.children())) {
      if (passed && node instanceof Element e) {
        after.add(e.detach());
      }
      passed |= node == t;
    }
  }

  private static Element sameLook(Element run) {
    Element result = Element.word("r");
    Element look = run.child("rPr");
    if (look != null) {
      result.add(look.copy());
    }
    return result;
  }

  private static int pieceAt(int[] starts, List<Element> pieces, int position) {
    for (int i = starts.length - 1; i >= 0; i--) {
      if (starts[i] <= position && !pieces.get(i).text().isEmpty()) {
        return i;
      }
    }
    throw new IllegalStateException("No text at " + position);
  }

  private static List<Element> pieces(Element paragraph) {
    List<Element> result = new ArrayList<>();
    collect(paragraph, result);
    return result;
  }

  private static void collect(Element parent, List<Element> out) {
    for (Element child : parent.elements()) {
      if (child.isW("t") && parent.isW("r")) {
        out.add(child);
      } else if (!child.isW("drawing")
          && !child.isW("pict")
          && !child.isW("object")
          && !child.isW("pPr")
          && !child.isW("rPr")
          && !child.local().equals("AlternateContent")) {
        collect(child, out);
      }
    }
  }
}
