package io.crmkit.proposals.word.convert;

import io.crmkit.api.document.content.Emphasis;
import io.crmkit.api.document.content.Run;
import io.crmkit.proposals.word.check.WordNotice;
import io.crmkit.proposals.word.copy.Links;
import io.crmkit.proposals.word.copy.MergeTarget;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.RunText;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.util.List;

/** Writes runs of text with emphasis and links. */
final class RunWriter {

  private final WriteContext context;

  RunWriter(WriteContext context) {
    this.context = context;
  }

  void write(Element parent, List<Run> runs) {
    for (Run run : runs) {
      String address = run.link();
      Element r = run(run);
      if (address == null) {
        parent.add(r);
      } else if (address.startsWith("#") || address.isBlank() || !Links.isSafe(address)) {
        if (!address.startsWith("#")) {
          context.target().notices().add(WordNotice.UNSAFE_LINK_DROPPED, address);
        }
        parent.add(r);
      } else {
        styleAsLink(r);
        String id =
            context
                .target()
                .pack()
                .relate(MergeTarget.DOCUMENT, Relationship.HYPERLINK, encoded(address), true);
        parent.add(Element.word("hyperlink", r).set(Ns.R, "id", id));
      }
    }
  }

  Element run(Run run) {
    Element r = Element.word("r");
    for (Emphasis emphasis : Emphasis.values()) {
      if (run.emphasis().contains(emphasis)) {
        apply(r, emphasis);
      }
    }
    RunText.append(r, RunText.clean(run.text()));
    return r;
  }

  private void apply(Element r, Emphasis emphasis) {
    switch (emphasis) {
      case BOLD -> {
        put(r, Element.word("b"));
        put(r, Element.word("bCs"));
      }
      case ITALIC -> {
        put(r, Element.word("i"));
        put(r, Element.word("iCs"));
      }
      case UNDERLINE -> put(r, Element.wVal("u", "single"));
      case STRIKE -> put(r, Element.word("strike"));
      case SUBSCRIPT -> put(r, Element.wVal("vertAlign", "subscript"));
      case SUPERSCRIPT -> put(r, Element.wVal("vertAlign", "superscript"));
      case CODE ->
          put(
              r,
              Element.wVal("rStyle", context.target().styles().ensure("character", "html code")));
    }
  }

  private void styleAsLink(Element r) {
    String style = context.target().styles().ensure("character", "hyperlink");
    Element properties = SchemaOrder.properties(r, "rPr");
    if (properties.child("rStyle") == null) {
      SchemaOrder.put(properties, Element.wVal("rStyle", style));
    }
  }

  private static void put(Element r, Element property) {
    SchemaOrder.put(SchemaOrder.properties(r, "rPr"), property);
  }

  /** Word takes a file for damaged if an address holds blanks or brackets. */
  private static String encoded(String address) {
    StringBuilder result = new StringBuilder();
    for (char c : address.strip().toCharArray()) {
      if (c <= 0x20 || "<>\"{}|\\^`".indexOf(c) >= 0) {
        result.append(String.format("%%%02X", (int) c));
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }
}
