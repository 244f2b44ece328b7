package io.crmkit.proposals.word.fields;

import io.crmkit.proposals.word.fields.FieldProblem.Reason;
import io.crmkit.proposals.word.xml.Attr;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.RunText;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Fills the merge fields of one part in place.
 *
 * <p>A tag alone in a paragraph or a table row rules over what follows it: blocks between <code>
 * {{#each x}}</code> and <code>{{/each}}</code> are repeated, those of a condition kept or left
 * out. A table row that begins with the opening and ends with the closing tag repeats itself.
 * Inside of a paragraph the same works for runs. Every tag is read exactly once, before any value
 * is put in: values can contain braces without being taken for fields. Not thread-safe; one per
 * part.
 */
public final class FieldFiller {

  private static final String PLACE = "urn:crmkit:place";
  private static final int MAX_REPEATS = 100_000;

  private final Scope scope;
  private final FieldFormat format;
  private final String part;
  private final Set<FieldProblem> problems = new LinkedHashSet<>();
  private String area = "";
  private String place = "";
  private int repeats;

  /** A filler for the part with the label. */
  public FieldFiller(FieldResolver resolver, Locale language, String part) {
    this.scope = Scope.of(resolver);
    this.format = new FieldFormat(language);
    this.part = part;
  }

  /** Fills everything inside a body, header, footer or note. */
  public void fill(Element container, String areaName) {
    area = areaName;
    number(container);
    container(container, scope);
    container.walk(e -> e.dropAttributes(a -> a.ns().equals(PLACE)));
  }

  /** What could not be filled so far, in order. */
  public List<FieldProblem> problems() {
    return List.copyOf(problems);
  }

  /** The fields that a container names, in alphabetical order. */
  public static Set<String> names(Element container) {
    Set<String> result = new TreeSet<>();
    container.walk(
        e -> {
          if (e.isW("p")) {
            Matcher matcher = Tag.BRACES.matcher(ParagraphTags.text(e));
            while (matcher.find()) {
              Tag tag = Tag.parse(matcher.group(1));
              if (tag != null && !tag.path().isEmpty()) {
                result.add(tag.path());
              }
            }
          }
        });
    return result;
  }

  private void number(Element container) {
    int[] n = {0};
    container.walk(
        e -> {
          if (e.isW("p")) {
            boolean box = e.within("txbxContent");
            String where = box ? "text box" : "paragraph " + ++n[0];
            e.set(new Attr(PLACE, "", "at", where));
          }
        });
  }

  private void container(Element container, Scope s) {
    List<Element> items = container.elements();
    container.takeChildren();
    container.addAll(evaluate(split(items), s, Map.of()));
    boolean needsParagraph =
        Set.of("tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
            .contains(container.local());
    if (needsParagraph) {
      List<Element> left = container.elements();
      if (left.isEmpty() || !left.get(left.size() - 1).isW("p")) {
        container.add(Element.word("p"));
      }
    }
  }

  /** Rows that carry their own opening and closing tag become three: tag, row, tag. */
  private static List<Element> split(List<Element> items) {
    List<Element> result = new ArrayList<>();
    for (Element item : items) {
      List<Element> parts = item.isW("tr") ? RowTags.split(item) : List.of(item);
      result.addAll(parts);
    }
    return result;
  }

  private List<Element> evaluate(List<Element> items, Scope s, Map<Element, Tag> inline) {
    List<Element> out = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Element item = items.get(i);
      Tag tag = control(item, inline);
      if (tag == null) {
        out.addAll(process(item, s, inline));
        continue;
      }
      note(item);
      int[] ends = tag.opens() ? BlockEnds.find(items, i, tag, e -> control(e, inline)) : null;
      if (ends == null) {
        report(tag.written(), Reason.UNBALANCED);
        out.add(marked(item, tag));
        continue;
      }
      List<Element> then = items.subList(i + 1, ends[0] < 0 ? ends[1] : ends[0]);
      List<Element> otherwise = ends[0] < 0 ? List.of() : items.subList(ends[0] + 1, ends[1]);
      out.addAll(block(tag, then, otherwise, s, inline));
      i = ends[1];
    }
    return out;
  }

  private List<Element> block(
      Tag tag, List<Element> then, List<Element> otherwise, Scope s, Map<Element, Tag> inline) {
    Optional<FieldValue> value = s.find(tag.path());
    if (value.isEmpty()) {
      report(tag.written(), Reason.UNKNOWN);
    }
    FieldValue given = value.orElse(FieldValue.absent());
    if (tag.kind() != Tag.Kind.EACH) {
      boolean holds = FieldFormat.isTrue(given) == (tag.kind() == Tag.Kind.IF);
      return evaluate(holds ? then : otherwise, s, inline);
    }
    List<FieldValue> list = List.of();
    if (given instanceof FieldValue.Items items) {
      list = items.items();
    } else if (!(given instanceof FieldValue.Absent)) {
      report(tag.written(), Reason.NOT_A_LIST);
    }
    if (list.isEmpty()) {
      return evaluate(otherwise, s, inline);
    }
    List<Element> out = new ArrayList<>();
    int position = 0;
    for (FieldValue item : list) {
      if (++repeats > MAX_REPEATS) {
        report(tag.written(), Reason.TOO_MUCH);
        break;
      }
      position++;
      Repeated copy = Repeated.of(then, inline, position > 1);
      out.addAll(evaluate(copy.items(), s.inside(item, position), copy.tags()));
    }
    return out;
  }

  private static @Nullable Tag control(Element item, Map<Element, Tag> inline) {
    Tag own = inline.get(item);
    if (own != null) {
      return own.kind() == Tag.Kind.VALUE ? null : own;
    }
    Tag tag = null;
    if (item.isW("p") && item.find("sectPr").isEmpty()) {
      tag = ParagraphTags.only(ParagraphTags.text(item));
    } else if (item.isW("tr")) {
      tag = RowTags.only(item);
    }
    return tag == null || tag.kind() == Tag.Kind.VALUE ? null : tag;
  }

  private List<Element> process(Element item, Scope s, Map<Element, Tag> inline) {
    Tag tag = inline.get(item);
    if (tag != null) {
      return List.of(value(item, tag, s));
    }
    switch (item.local()) {
      case "p" -> paragraph(item, s);
      case "tbl" -> {
        boolean hadRows = !item.elements("tr").isEmpty();
        container(item, s);
        if (hadRows && item.find("tr").isEmpty()) {
          // a table without rows is an error for Word; the paragraph keeps its neighbours apart
          return List.of(Element.word("p"));
        }
      }
      case "sectPr", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr" -> {
        // properties hold no text
      }
      default -> {
        boolean foreign = !item.ns().equals(Ns.W) && !item.ns().equals(Ns.MC);
        if (foreign || item.elements().isEmpty()) {
          // formulas and the like are no place for fields
          return List.of(item);
        }
        if (inline.isEmpty() && !item.isW("r")) {
          container(item, s);
        } else if (item.isW("r")) {
          boxes(item, s);
        } else {
          List<Element> items = item.elements();
          if (!items.isEmpty()) {
            item.takeChildren();
            item.addAll(evaluate(items, s, inline));
          }
        }
      }
    }
    return List.of(item);
  }

  private void paragraph(Element p, Scope s) {
    note(p);
    if (!ParagraphTags.text(p).contains("{{")) {
      p.elements().forEach(e -> boxes(e, s));
      return;
    }
    Map<Element, Tag> tags = ParagraphTags.isolate(p);
    List<Element> items = p.elements();
    if (tags.isEmpty()) {
      items.forEach(e -> boxes(e, s));
      return;
    }
    p.takeChildren();
    p.addAll(evaluate(items, s, tags));
  }

  /** Fills the text boxes inside of an element. */
  private void boxes(Element e, Scope s) {
    if (e.isW("txbxContent")) {
      String before = place;
      container(e, s);
      place = before;
    } else {
      e.elements().forEach(child -> boxes(child, s));
    }
  }

  private Element value(Element run, Tag tag, Scope s) {
    Optional<FieldValue> value = s.find(tag.path());
    if (value.isEmpty()) {
      report(tag.written(), Reason.UNKNOWN);
      return marked(run, tag);
    }
    RunText.append(run, RunText.clean(format.print(value.get())));
    return run;
  }

  /** Leaves the tag where it is, so that a reader of the document cannot miss it. */
  private static Element marked(Element item, Tag tag) {
    if (item.isW("r")) {
      SchemaOrder.put(SchemaOrder.properties(item, "rPr"), Element.wVal("highlight", "yellow"));
      RunText.append(item, "{{" + tag.written() + "}}");
    }
    return item;
  }

  private void note(Element item) {
    String at = item.attr(PLACE, "at");
    if (at == null && item.isW("tr")) {
      List<Element> paragraphs = item.find("p");
      at = paragraphs.isEmpty() ? null : paragraphs.get(0).attr(PLACE, "at");
    }
    if (at != null) {
      place = area + ", " + at;
    }
  }

  private void report(String field, Reason reason) {
    problems.add(new FieldProblem(part, place, field, reason));
  }
}
