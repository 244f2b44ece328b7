package io.crmkit.proposals.word.copy;

import io.crmkit.proposals.word.copy.IdBook.Space;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the content of one source ids and names that are unique in the merged document, and lets
 * references inside this source follow. Not thread-safe.
 */
final class IdSettler {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.]+");

  private final IdBook book;
  private final Map<String, String> open = new HashMap<>();
  private final Map<String, String> renamed = new HashMap<>();
  private final Map<String, String> shapes = new HashMap<>();
  private final Map<String, Element> startById = new HashMap<>();
  private final List<Element> references = new ArrayList<>();

  IdSettler(IdBook book) {
    this.book = book;
  }

  /** Settles one element; called for each element of a copied tree in document order. */
  void settle(Element e, String part) {
    if (e.ns().equals(Ns.W)) {
      word(e, part);
    } else if (e.is(Ns.WP, "docPr")) {
      String id = e.attr("", "id");
      e.plain("id", book.claim(Space.DRAWING, id == null ? "" : id));
    } else if (e.ns().equals(Ns.V)) {
      shape(e);
    } else if (e.is(Ns.O, "OLEObject")) {
      String id = e.attr("", "ShapeID");
      String mapped = id == null ? null : shapes.get(id);
      if (mapped != null) {
        e.plain("ShapeID", mapped);
      }
    }
    String paragraph = e.attr(Ns.W14, "paraId");
    if (paragraph != null && !book.claimParagraph(paragraph)) {
      e.drop(Ns.W14, "paraId");
      e.drop(Ns.W14, "textId");
    }
  }

  private void word(Element e, String part) {
    String local = e.local();
    switch (local) {
      case "bookmarkStart" -> bookmarkStart(e, part);
      case "bookmarkEnd" -> end(e, part, "bookmark");
      case "permStart", "permEnd" -> e.detach();
      case "hyperlink", "instrText", "fldSimple" -> references.add(e);
      case "id" -> {
        Element parent = e.parent();
        if (parent != null && parent.isW("sdtPr")) {
          e.with("val", book.claim(Space.CONTROL, e.w("val", "")));
        }
      }
      default -> {
        if (local.endsWith("RangeStart") && !local.startsWith("comment")) {
          String id = e.w("id", "");
          String given = book.claim(Space.CHANGE, id);
          open.put(local.replace("Start", "") + "|" + part + "|" + id, given);
          e.with("id", given);
        } else if (local.endsWith("RangeEnd") && !local.startsWith("comment")) {
          end(e, part, local.replace("End", ""));
        } else if (e.w("author") != null && e.w("id") != null && !local.equals("comment")) {
          e.with("id", book.claim(Space.CHANGE, e.w("id", "")));
        }
      }
    }
  }

  private void bookmarkStart(Element e, String part) {
    String name = e.w("name", "");
    if (name.equals("_GoBack") || name.isEmpty()) {
      // where somebody last edited; every file has it
      e.detach();
      return;
    }
    String id = e.w("id", "");
    String given = book.claim(Space.BOOKMARK, id);
    open.put("bookmark|" + part + "|" + id, given);
    String newName = book.claimName(name);
    renamed.putIfAbsent(name.toLowerCase(Locale.ROOT), newName);
    e.with("id", given).with("name", newName);
    startById.put(given, e);
  }

  private void end(Element e, String part, String kind) {
    String given = open.remove(kind + "|" + part + "|" + e.w("id", ""));
    if (given == null) {
      e.detach();
    } else {
      e.with("id", given);
      startById.remove(given);
    }
  }

  private void shape(Element e) {
    String id = e.attr("", "id");
    if (id == null || id.isEmpty() || e.local().equals("shapetype")) {
      return;
    }
    String given = book.claimShape(id);
    shapes.put(id, given);
    e.plain("id", given);
    if (!given.equals(id)) {
      e.drop(Ns.O, "spid");
    }
  }

  /** Lets references follow renamed bookmarks and removes bookmarks that never end. */
  void finish() {
    startById.values().forEach(Element::detach);
    renamed.entrySet().removeIf(e -> e.getKey().equals(e.getValue().toLowerCase(Locale.ROOT)));
    if (renamed.isEmpty()) {
      return;
    }
    references.forEach(this::follow);
  }

  private void follow(Element e) {
    if (e.isW("hyperlink")) {
      String to = target(e.w("anchor"));
      if (to != null) {
        e.with("anchor", to);
      }
    } else if (e.isW("instrText")) {
      e.setText(followInstruction(e.text()));
    } else if (e.isW("fldSimple")) {
      e.with("instr", followInstruction(e.w("instr", "")));
    }
  }

  private @Nullable String target(@Nullable String name) {
    return name == null ? null : renamed.get(name.toLowerCase(Locale.ROOT));
  }

  private String followInstruction(String instruction) {
    Matcher matcher = WORD.matcher(instruction);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String to = target(matcher.group());
      matcher.appendReplacement(
          result, Matcher.quoteReplacement(to == null ? matcher.group() : to));
    }
    matcher.appendTail(result);
    return result.toString();
  }
}
