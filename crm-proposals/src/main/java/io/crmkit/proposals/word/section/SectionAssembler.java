package io.crmkit.proposals.word.section;

import io.crmkit.proposals.word.copy.MergeTarget;
import io.crmkit.proposals.word.opc.PackageBuilder;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.SchemaOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts sections together into one body. A section without a header of its own silently shows that
 * of the section before; so wherever that would let a foreign header through, an empty one is set.
 * Stateless but for the target.
 */
public final class SectionAssembler {

  private final PackageBuilder pack;
  private final Map<Boolean, String> blanks = new HashMap<>();

  /** An assembler into the package. */
  public SectionAssembler(PackageBuilder pack) {
    this.pack = pack;
  }

  /** Fills the body; returns whether the document tells even and odd pages apart. */
  public boolean assemble(List<Section> sections, Element body) {
    boolean evenAndOdd = sections.stream().anyMatch(Section::evenAndOdd);
    Map<Slot, String> before = new HashMap<>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      Element properties = section.properties();
      references(section, evenAndOdd, before, properties);
      body.addAll(section.blocks());
      if (i == sections.size() - 1) {
        body.add(properties);
      } else {
        close(section, properties, body);
      }
    }
    return evenAndOdd;
  }

  private void references(
      Section section, boolean evenAndOdd, Map<Slot, String> before, Element properties) {
    int at = 0;
    for (boolean footer : new boolean[] {false, true}) {
      for (String type : Slot.TYPES) {
        Slot slot = new Slot(footer, type);
        String wanted = section.margins().get(slot);
        boolean even = type.equals("even");
        if (even && evenAndOdd && !section.evenAndOdd()) {
          // its document shows one header on all pages
          wanted = section.margins().get(new Slot(footer, "default"));
        }
        if (even && !evenAndOdd) {
          continue;
        }
        if (wanted == null && before.get(slot) != null) {
          wanted = blank(footer);
        }
        if (wanted == null) {
          continue;
        }
        before.put(slot, wanted);
        String kind = footer ? Relationship.FOOTER : Relationship.HEADER;
        String id = pack.relate(MergeTarget.DOCUMENT, kind, wanted, false);
        properties.insert(
            at++, Element.word(slot.element()).with("type", type).set(Ns.R, "id", id));
      }
    }
  }

  /** Ends a section inside of the body: its properties go into its last paragraph. */
  private static void close(Section section, Element properties, Element body) {
    List<Element> blocks = section.blocks();
    Element last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    if (last == null || !last.isW("p")) {
      last = Element.word("p");
      body.add(last);
    }
    SchemaOrder.put(SchemaOrder.properties(last, "pPr"), properties);
  }

  private String blank(boolean footer) {
    return blanks.computeIfAbsent(
        footer,
        f -> {
          String kind = footer ? "footer" : "header";
          String name = pack.freeName("word/" + kind + "Blank1.xml");
          pack.put(
              name,
              "application/vnd.openxmlformats-officedocument.wordprocessingml." + kind + "+xml",
              Element.word(footer ? "ftr" : "hdr", Element.word("p")));
          return name;
        });
  }
}
