package io.crmkit.proposals.word.section;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of a source apart into its sections. The properties are taken out first, so that
 * the content can be settled without them, and the content is cut afterwards. Not thread-safe.
 */
public final class BodySplitter {

  /**
   * A piece of a body.
   *
   * @param blocks its content
   * @param properties its {@code w:sectPr}, as written in the source
   */
  public record Piece(List<Element> blocks, Element properties) {}

  private final Element body;
  private final Map<Element, Element> ends = new IdentityHashMap<>();
  private final Element last;

  /** Takes the section properties out of a body. */
  public BodySplitter(Element body) {
    this.body = body;
    for (Element sectPr : body.find("sectPr")) {
      Element owner = block(sectPr);
      sectPr.elements("sectPrChange").forEach(Element::detach);
      if (owner != null) {
        ends.put(owner, sectPr);
      }
    }
    Element own = body.child("sectPr");
    for (Element sectPr : body.find("sectPr")) {
      sectPr.detach();
    }
    this.last = own == null ? Element.word("sectPr") : own;
  }

  /** The child of the body in which the properties of a section stand. */
  private @Nullable Element block(Element sectPr) {
    Element e = sectPr;
    Element parent = e.parent();
    while (parent != null && parent != body) {
      e = parent;
      parent = e.parent();
    }
    return e == sectPr ? null : e;
  }

  /** The properties of all sections in order. */
  public List<Element> properties() {
    List<Element> result = new ArrayList<>();
    for (Element e : body.elements()) {
      Element sectPr = ends.get(e);
      if (sectPr != null) {
        result.add(sectPr);
      }
    }
    result.add(last);
    return result;
  }

  /** Takes the content out of the body, section by section. */
  public List<Piece> split() {
    List<Piece> result = new ArrayList<>();
    List<Element> blocks = new ArrayList<>();
    List<Element> all = body.elements();
    body.takeChildren();
    for (Element e : all) {
      if (e.is(Ns.W, "sectPr")) {
        continue;
      }
      blocks.add(e);
      Element sectPr = ends.get(e);
      if (sectPr != null) {
        result.add(new Piece(blocks, sectPr));
        blocks = new ArrayList<>();
      }
    }
    result.add(new Piece(blocks, last));
    return result;
  }
}
