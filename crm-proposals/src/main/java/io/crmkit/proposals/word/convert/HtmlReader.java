package io.crmkit.proposals.word.convert;

import io.crmkit.api.document.content.Alignment;
import io.crmkit.api.document.content.Block;
import io.crmkit.api.document.content.BulletList;
import io.crmkit.api.document.content.CodeBlock;
import io.crmkit.api.document.content.Emphasis;
import io.crmkit.api.document.content.Heading;
import io.crmkit.api.document.content.ListItem;
import io.crmkit.api.document.content.NumberedList;
import io.crmkit.api.document.content.Paragraph;
import io.crmkit.api.document.content.Picture;
import io.crmkit.api.document.content.Quotation;
import io.crmkit.api.document.content.Run;
import io.crmkit.proposals.word.check.WordFormatException;
import io.crmkit.proposals.word.check.WordNotice;
import io.crmkit.proposals.word.copy.Notices;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTML as content: headings, paragraphs, lists, tables, emphasis, links, quotations, code and
 * embedded pictures. Everything else gives its text; scripts, frames and forms give nothing.
 * Nothing is fetched. Not thread-safe; one per text.
 */
public final class HtmlReader {

  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "iframe",
          "object",
          "embed",
          "applet",
          "template",
          "noscript",
          "head",
          "svg",
          "math",
          "select",
          "textarea",
          "audio",
          "video",
          "canvas",
          "form");

  /** What begins and ends a paragraph. */
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "aside",
          "nav",
          "address",
          "figure",
          "figcaption",
          "dl",
          "dt",
          "dd",
          "fieldset",
          "hr",
          "li",
          "center",
          "details",
          "summary");

  private static final int MAX_DEPTH = 100;

  private final Notices notices;
  private final List<Block> out = new ArrayList<>();
  private List<Run> line = new ArrayList<>();
  private Alignment alignment = Alignment.START;

  private HtmlReader(Notices notices) {
    this.notices = notices;
  }

  /** The content of the text. */
  public static List<Block> read(String html, Notices notices) {
    return new HtmlReader(notices).blocks(Jsoup.parseBodyFragment(html).body(), 0);
  }

  static List<Block> inside(Element parent, Notices notices, int depth) {
    return new HtmlReader(notices).blocks(parent, depth);
  }

  private List<Block> blocks(Node parent, int depth) {
    children(parent, EnumSet.noneOf(Emphasis.class), null, depth);
    flush();
    return out;
  }

  private void children(Node parent, Set<Emphasis> look, @Nullable String link, int depth) {
    if (depth > MAX_DEPTH) {
      notices.add(WordNotice.CONTENT_DROPPED, "HTML nested deeper than " + MAX_DEPTH);
      return;
    }
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode text) {
        text(text.getWholeText(), look, link);
      } else if (child instanceof Element element) {
        element(element, look, link, depth + 1);
      }
    }
  }

  private void element(Element e, Set<Emphasis> look, @Nullable String link, int depth) {
    String tag = e.normalName();
    if (DROPPED.contains(tag)) {
      if (!tag.equals("style") && !tag.equals("head")) {
        notices.add(WordNotice.CONTENT_DROPPED, "<" + tag + ">");
      }
      return;
    }
    switch (tag) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        flush();
        children(e, look, link, depth);
        heading(tag.charAt(1) - '0', trimmed());
      }
      case "b", "strong" -> children(e, plus(look, Emphasis.BOLD), link, depth);
      case "i", "em", "cite", "dfn", "var" -> children(e, plus(look, Emphasis.ITALIC), link, depth);
      case "u", "ins" -> children(e, plus(look, Emphasis.UNDERLINE), link, depth);
      case "s", "del", "strike" -> children(e, plus(look, Emphasis.STRIKE), link, depth);
      case "code", "kbd", "samp", "tt" -> children(e, plus(look, Emphasis.CODE), link, depth);
      case "sub" -> children(e, plus(look, Emphasis.SUBSCRIPT), link, depth);
      case "sup" -> children(e, plus(look, Emphasis.SUPERSCRIPT), link, depth);
      case "a" -> children(e, look, e.hasAttr("href") ? e.attr("href") : link, depth);
      case "br" -> line.add(new Run("\n", Set.of(), null));
      case "ul", "menu" -> block(new BulletList(items(e, depth)));
      case "ol" -> block(new NumberedList(start(e), items(e, depth)));
      case "blockquote" -> block(new Quotation(inside(e, notices, depth)));
      case "pre" -> block(new CodeBlock(e.wholeText().stripTrailing()));
      case "table" -> {
        flush();
        new HtmlTableReader(notices, depth).read(e).ifPresent(out::add);
      }
      case "img" -> image(e, look, link);
      default -> {
        if (BLOCKS.contains(tag)) {
          flush();
          alignment = alignment(e);
          children(e, tag.equals("dt") ? plus(look, Emphasis.BOLD) : look, link, depth);
          flush();
        } else {
          children(e, look, link, depth);
        }
      }
    }
  }

  private void heading(int level, List<Run> text) {
    if (!text.isEmpty()) {
      out.add(new Heading(level, text));
    }
  }

  private void block(Block block) {
    flush();
    out.add(block);
  }

  private static int start(Element list) {
    try {
      return Math.max(0, Integer.parseInt(list.attr("start")));
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private List<ListItem> items(Element list, int depth) {
    List<ListItem> result = new ArrayList<>();
    for (Element child : list.children()) {
      if (child.normalName().equals("li")) {
        result.add(new ListItem(inside(child, notices, depth)));
      } else if (!result.isEmpty() && !DROPPED.contains(child.normalName())) {
        // a list directly inside a list belongs to the item before it
        List<Block> blocks = new ArrayList<>(result.remove(result.size() - 1).blocks());
        HtmlReader nested = new HtmlReader(notices);
        nested.element(child, Set.of(), null, depth + 1);
        nested.flush();
        blocks.addAll(nested.out);
        result.add(new ListItem(blocks));
      }
    }
    return result;
  }

  private static Alignment alignment(Element e) {
    String style = (e.attr("style") + ";" + e.attr("align")).toLowerCase(Locale.ROOT);
    if (style.matches("(?s).*text-align\\s*:\\s*center.*") || style.endsWith(";center")) {
      return Alignment.CENTER;
    }
    if (style.matches("(?s).*text-align\\s*:\\s*(right|end).*") || style.endsWith(";right")) {
      return Alignment.END;
    }
    return e.normalName().equals("center") ? Alignment.CENTER : Alignment.START;
  }

  private void image(Element e, Set<Emphasis> look, @Nullable String link) {
    String source = e.attr("src");
    String alternative = e.attr("alt");
    int comma = source.indexOf(',');
    if (source.startsWith("data:image/") && comma > 0 && source.contains(";base64,")) {
      try {
        byte[] data = Base64.getMimeDecoder().decode(source.substring(comma + 1));
        ImageInfo.of(data);
        block(new Picture(data, alternative, ""));
        return;
      } catch (IllegalArgumentException | WordFormatException x) {
        notices.add(WordNotice.CONTENT_DROPPED, "picture " + alternative);
      }
    } else {
      notices.add(WordNotice.EXTERNAL_LINK_DROPPED, "picture " + source);
    }
    text(alternative, plus(look, Emphasis.ITALIC), link);
  }

  private void text(String raw, Set<Emphasis> look, @Nullable String link) {
    String text = raw.replaceAll("[ \\t\\r\\n\\f]+", " ");
    boolean afterBlank = line.isEmpty() || line.get(line.size() - 1).text().matches("(?s).*[ \\n]");
    if (afterBlank && text.startsWith(" ")) {
      text = text.substring(1);
    }
    if (!text.isEmpty()) {
      line.add(new Run(text, look, link));
    }
  }

  private List<Run> trimmed() {
    List<Run> result = new ArrayList<>(line);
    line = new ArrayList<>();
    while (!result.isEmpty()) {
      Run last = result.remove(result.size() - 1);
      String text = last.text().stripTrailing();
      if (!text.isEmpty()) {
        result.add(new Run(text, last.emphasis(), last.link()));
        break;
      }
    }
    return result;
  }

  private void flush() {
    List<Run> text = trimmed();
    if (!text.isEmpty()) {
      out.add(new Paragraph(text, alignment));
    }
    alignment = Alignment.START;
  }

  private static Set<Emphasis> plus(Set<Emphasis> look, Emphasis more) {
    EnumSet<Emphasis> result = EnumSet.of(more);
    result.addAll(look);
    return result;
  }
}
