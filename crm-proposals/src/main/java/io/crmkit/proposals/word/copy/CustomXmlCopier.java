package io.crmkit.proposals.word.copy;

import io.crmkit.proposals.word.opc.Part;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.xml.Element;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Brings along the data that content controls are bound to, where that is safe: data of another
 * document under the same identity would silently replace the text of the controls.
 */
final class CustomXmlCopier {

  private static final String PROPERTIES_KIND = "customXmlProps";

  private final SourceDocument source;
  private final MergeTarget target;
  private final RelationCopier relations;

  CustomXmlCopier(SourceDocument source, MergeTarget target, RelationCopier relations) {
    this.source = source;
    this.target = target;
    this.relations = relations;
  }

  /** Whether a binding may stay; its data is copied if need be. */
  boolean keep(Element binding) {
    String id = binding.w("storeItemID", "").toUpperCase(Locale.ROOT);
    Part item = id.isEmpty() ? null : item(id);
    if (item == null) {
      return false;
    }
    byte[] there = target.customXml().get(id);
    if (there == null) {
      target.customXml().put(id, item.bytes());
      String name = relations.copyPart(item);
      target.pack().relate(MergeTarget.DOCUMENT, Relationship.CUSTOM_XML, name, false);
      return true;
    }
    return Arrays.equals(there, item.bytes());
  }

  private @Nullable Part item(String id) {
    for (Relationship r : source.pack().document().relationships()) {
      Part item = r.kind().equals("customXml") ? source.pack().part(r.target()) : null;
      if (item == null) {
        continue;
      }
      for (Relationship p : item.relationships()) {
        Part properties = p.kind().equals(PROPERTIES_KIND) ? source.pack().part(p.target()) : null;
        if (properties != null && identity(properties).equals(id)) {
          return item;
        }
      }
    }
    return null;
  }

  private String identity(Part properties) {
    Element tree = source.pack().tree(properties);
    String id = tree.attr(tree.ns(), "itemID");
    return id == null ? "" : id.toUpperCase(Locale.ROOT);
  }
}
