package io.crmkit.proposals.word.numbering;

import io.crmkit.proposals.word.xml.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lists that a document uses into the merged document. Every definition comes along at
 * most once per source, so that lists which counted on together still do, and restarts are kept.
 * Not thread-safe.
 */
public final class NumberingImport {

  /** The style side of lists: styles and lists refer to each other. */
  public interface Styles {
    /** The id of a style in the merged document, bringing it along if need be. */
    @Nullable String map(String sourceId);

    /** The id of a style that came along; null if it was not needed or is the master's. */
    @Nullable String importedId(String sourceId);
  }

  private final NumberingBook target;
  private final @Nullable NumberingBook source;
  private final Styles styles;
  private final Consumer<Element> settle;
  private final Map<String, String> numbers = new HashMap<>();
  private final Map<String, String> definitions = new HashMap<>();
  private final Map<String, String> pictures = new HashMap<>();
  private final List<Element> copies = new ArrayList<>();

  /**
   * An import from one document.
   *
   * @param source the source's lists, null if it has none
   * @param settle moves what a picture bullet refers to
   */
  public NumberingImport(
      NumberingBook target,
      @Nullable NumberingBook source,
      Styles styles,
      Consumer<Element> settle) {
    this.target = target;
    this.source = source;
    this.styles = styles;
    this.settle = settle;
  }

  /** The number in the merged document; "0", which means no list, stays; so does an unknown one. */
  public String map(String numId) {
    NumberingBook from = source;
    Element num = from == null ? null : from.num(numId);
    if (from == null || num == null) {
      return "0";
    }
    String known = numbers.get(numId);
    if (known != null) {
      return known;
    }
    String abstractId = num.childVal("abstractNumId");
    Element definition = from.definition(abstractId);
    if (abstractId == null || definition == null) {
      numbers.put(numId, "0");
      return "0";
    }
    String newAbstract = mapDefinition(from, abstractId, definition);
    // a style brought along for this definition may itself have asked for this very list
    String meanwhile = numbers.get(numId);
    if (meanwhile != null) {
      return meanwhile;
    }
    Element copy = num.copy();
    copies.add(copy);
    mapPictures(from, copy);
    String result = target.addNum(copy, newAbstract);
    numbers.put(numId, result);
    return result;
  }

  private String mapDefinition(NumberingBook from, String abstractId, Element definition) {
    String known = definitions.get(abstractId);
    if (known != null) {
      return known;
    }
    Element copy = definition.copy();
    String result = target.addDefinition(copy);
    definitions.put(abstractId, result);
    copies.add(copy);
    mapPictures(from, copy);
    Element link = copy.child("numStyleLink");
    if (link != null) {
      String style = styles.map(link.w("val", ""));
      if (style == null) {
        link.detach();
      } else {
        link.with("val", style);
      }
    }
    return result;
  }

  private void mapPictures(NumberingBook from, Element copy) {
    for (Element e : copy.find("lvlPicBulletId")) {
      String id = e.w("val", "");
      String mapped = pictures.get(id);
      if (mapped == null) {
        Element picture = from.picture(id);
        if (picture == null) {
          e.detach();
          continue;
        }
        Element pictureCopy = picture.copy();
        settle.accept(pictureCopy);
        mapped = target.addPicture(pictureCopy);
        pictures.put(id, mapped);
      }
      e.with("val", mapped);
    }
  }

  /**
   * Settles which styles the copied levels belong to, once all styles are known: a style that is
   * the master's must not be claimed by a second list.
   */
  public void finish() {
    for (Element copy : copies) {
      for (String name : new String[] {"pStyle", "styleLink"}) {
        for (Element e : copy.find(name)) {
          String id = styles.importedId(e.w("val", ""));
          if (id == null) {
            e.detach();
          } else {
            e.with("val", id);
          }
        }
      }
      for (Element e : copy.find("rStyle")) {
        String id = styles.map(e.w("val", ""));
        if (id == null) {
          e.detach();
        } else {
          e.with("val", id);
        }
      }
    }
  }
}
