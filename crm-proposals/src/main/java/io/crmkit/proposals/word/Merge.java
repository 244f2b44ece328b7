package io.crmkit.proposals.word;

import io.crmkit.api.document.content.Block;
import io.crmkit.api.document.content.Picture;
import io.crmkit.proposals.word.check.WordFormatException;
import io.crmkit.proposals.word.convert.ContentWriter;
import io.crmkit.proposals.word.convert.HtmlReader;
import io.crmkit.proposals.word.convert.MarkdownReader;
import io.crmkit.proposals.word.convert.PlainTextReader;
import io.crmkit.proposals.word.convert.WriteContext;
import io.crmkit.proposals.word.copy.MergeTarget;
import io.crmkit.proposals.word.copy.Notices;
import io.crmkit.proposals.word.copy.SourceDocument;
import io.crmkit.proposals.word.fields.FieldFiller;
import io.crmkit.proposals.word.fields.FieldProblem;
import io.crmkit.proposals.word.fields.UnfilledFieldsException;
import io.crmkit.proposals.word.notes.NoteBook.Kind;
import io.crmkit.proposals.word.numbering.NumberingBook;
import io.crmkit.proposals.word.opc.Part;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.opc.WordPackage;
import io.crmkit.proposals.word.sample.DocxBuilder;
import io.crmkit.proposals.word.section.PageSize;
import io.crmkit.proposals.word.styles.OwnLook;
import io.crmkit.proposals.word.styles.StyleBook;
import io.crmkit.proposals.word.styles.StyleSignatures;
import io.crmkit.proposals.word.styles.ThemeFonts;
import io.crmkit.proposals.word.toc.OutlineEntry;
import io.crmkit.proposals.word.toc.TocBuilder;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a merge. Not thread-safe; used once. */
final class Merge {

  private final MergeRequest request;
  private final Notices notices = new Notices();
  private final List<FieldProblem> problems = new ArrayList<>();
  private final Map<Integer, SourceDocument> sources = new LinkedHashMap<>();
  private final SourceDocument masterSource;
  private final MergeTarget target;
  private final StyleSignatures signatures;
  private final SourceImport master;

  Merge(MergeRequest request) {
    this.request = request;
    readSources();
    SourceDocument first = sources.values().stream().findFirst().orElse(null);
    this.masterSource = first == null ? plainMaster() : first;
    this.target = newTarget();
    this.signatures = new StyleSignatures(target.styles(), target.numbering()::signature);
    this.master = new SourceImport(target, masterSource, true, signatures, OwnLook.adopted(), 0);
  }

  private void readSources() {
    for (int i = 0; i < request.parts().size(); i++) {
      MergePart part = request.parts().get(i);
      if (part.content() instanceof PartContent.WordFile file) {
        SourceDocument source =
            labelled(
                part, () -> new SourceDocument(WordPackage.read(file.bytes(), request.limits())));
        fill(part, source);
        sources.put(i, source);
      }
    }
  }

  private SourceDocument plainMaster() {
    byte[] plain = DocxBuilder.in(request.language()).toBytes();
    return new SourceDocument(WordPackage.read(plain, request.limits()));
  }

  private MergeTarget newTarget() {
    WordPackage pack = masterSource.pack();
    Part styles = pack.related(Relationship.STYLES);
    Part numbering = pack.related(Relationship.NUMBERING);
    StyleBook book = new StyleBook(styles == null ? Element.word("styles") : pack.tree(styles));
    if (book.defaultStyle("paragraph") == null) {
      book.ensure("paragraph", "normal");
    }
    NumberingBook lists =
        new NumberingBook(numbering == null ? NumberingBook.emptyTree() : pack.tree(numbering));
    for (Element numId : book.tree().find("numId")) {
      if (lists.num(numId.w("val", "")) == null) {
        // a style of a damaged template must not pick up a list that gets this number later
        numId.with("val", "0");
      }
    }
    return new MergeTarget(book, lists, notices);
  }

  /** Runs an action so that a refusal names the part of the request it is about. */
  private static <T> T labelled(MergePart part, Supplier<T> action) {
    try {
      return action.get();
    } catch (WordFormatException e) {
      Map<String, String> details = new HashMap<>(e.details());
      details.put("label", part.label());
      throw new WordFormatException(e.code(), "Part cannot be merged", details);
    }
  }

  private void fill(MergePart part, SourceDocument source) {
    FieldFiller filler = filler(part);
    filler.fill(source.body(), "body");
    int n = 0;
    for (Element margin : source.margins().values()) {
      filler.fill(margin, (margin.isW("hdr") ? "header " : "footer ") + ++n);
    }
    for (Kind kind : new Kind[] {Kind.FOOTNOTE, Kind.ENDNOTE}) {
      for (Element note : source.notes(kind)) {
        filler.fill(note, kind.element() + " " + note.w("id", ""));
      }
    }
    problems.addAll(filler.problems());
  }

  private FieldFiller filler(MergePart part) {
    return new FieldFiller(request.fields(), request.language(), part.label());
  }

  MergeResult run() {
    Element body = Element.word("body");
    Element document = document(body);
    MasterParts parts = new MasterParts(target, master);
    parts.begin(document);
    Placement placement = new Placement(target, master);
    for (int i = 0; i < request.parts().size(); i++) {
      MergePart part = request.parts().get(i);
      notices.enter(part.label());
      place(i, part, placement);
    }
    master.finish();
    refuseUnfilled();
    boolean evenAndOdd = placement.assemble(body);
    List<OutlineEntry> outline = new TocBuilder(target, body).build();
    parts.end(evenAndOdd, List.copyOf(sources.values()), request.properties());
    return new MergeResult(notices.all(), problems, outline);
  }

  void write(OutputStream out) throws IOException {
    target.pack().write(out);
  }

  private void refuseUnfilled() {
    if (request.unfilled() == UnfilledFields.FAIL && !problems.isEmpty()) {
      throw new UnfilledFieldsException(problems);
    }
  }

  private Element document(Element body) {
    Element document = Element.word("document");
    StringBuilder ignorable = new StringBuilder(Ns.IGNORABLE);
    sources
        .values()
        .forEach(
            s -> {
              String own = s.document().attr(Ns.MC, "Ignorable");
              ignorable.append(own == null ? "" : " " + own);
            });
    document.set(Ns.MC, "Ignorable", ignorable.toString());
    Element background = masterSource.document().child("background");
    if (background != null) {
      background.detach();
      master.settle(background);
      document.add(background);
    }
    document.add(body);
    return document;
  }

  private void place(int index, MergePart part, Placement placement) {
    PageSize page = placement.page(part.layout().pages());
    ContentWriter writer =
        new ContentWriter(
            new WriteContext(target, page.textWidth(), page.textHeight(), part.shift()));
    Element heading = heading(part, writer);
    SourceDocument source = sources.get(index);
    if (source == null) {
      List<Element> blocks = new ArrayList<>();
      List<Element> written = labelled(part, () -> write(part, writer));
      if (heading != null) {
        blocks.add(heading);
      }
      blocks.addAll(written);
      placement.add(blocks, part.layout().start());
    } else if (source == masterSource) {
      placement.addMaster(heading, part.layout().start());
    } else {
      SourceImport imported =
          new SourceImport(target, source, false, signatures, look(part, source), part.shift());
      placement.add(imported, heading, part.layout());
      imported.finish();
    }
  }

  private @Nullable Element heading(MergePart part, ContentWriter writer) {
    String title = part.title();
    if (title == null) {
      return null;
    }
    Element heading = writer.heading(part.level(), title);
    return fillBlocks(part, List.of(heading), "title").get(0);
  }

  private OwnLook look(MergePart part, SourceDocument source) {
    if (part.layout().look() == Look.MASTER) {
      return OwnLook.adopted();
    }
    return OwnLook.kept(
        target.styles(), source.styles(), themeFonts(masterSource), themeFonts(source));
  }

  private static Map<String, String> themeFonts(SourceDocument source) {
    Part theme = source.pack().related(Relationship.THEME);
    return ThemeFonts.of(theme == null ? null : source.pack().tree(theme));
  }

  private List<Element> write(MergePart part, ContentWriter writer) {
    List<Element> elements = writer.write(blocks(part.content()));
    boolean typed = !(part.content() instanceof PartContent.Generated);
    return typed ? fillBlocks(part, elements, "body") : elements;
  }

  private List<Element> fillBlocks(MergePart part, List<Element> blocks, String area) {
    Element holder = Element.word("body").addAll(blocks);
    FieldFiller filler = filler(part);
    filler.fill(holder, area);
    problems.addAll(filler.problems());
    List<Element> result = holder.elements();
    holder.takeChildren();
    return result.isEmpty() ? List.of(Element.word("p")) : result;
  }

  private List<Block> blocks(PartContent content) {
    if (content instanceof PartContent.PlainText t) {
      return PlainTextReader.read(t.text());
    } else if (content instanceof PartContent.Markdown m) {
      return MarkdownReader.read(m.text(), notices);
    } else if (content instanceof PartContent.Html h) {
      return HtmlReader.read(h.text(), notices);
    } else if (content instanceof PartContent.TableContent t) {
      return List.of(t.table());
    } else if (content instanceof PartContent.Generated g) {
      return g.content().blocks();
    } else if (content instanceof PartContent.PictureFile p) {
      return List.of(new Picture(p.bytes(), p.caption(), p.caption()));
    }
    throw new IllegalStateException("A Word file is brought along as such");
  }
}
