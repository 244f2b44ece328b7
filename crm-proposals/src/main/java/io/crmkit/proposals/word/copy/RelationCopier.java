package io.crmkit.proposals.word.copy;

import io.crmkit.proposals.word.check.WordNotice;
import io.crmkit.proposals.word.opc.PackageBuilder;
import io.crmkit.proposals.word.opc.Part;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.opc.WordPackage;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.XmlWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies what the content of one document refers to (pictures, charts, embedded files, diagrams)
 * with everything these refer to in turn, under names that are free. Equal pictures are stored
 * once. Not thread-safe.
 */
public final class RelationCopier {

  private static final Set<String> NEVER =
      Set.of(
          "attachedTemplate", "aFChunk", "subDocument", "control", "vbaProject", "mailMergeSource");

  private final WordPackage source;
  private final PackageBuilder target;
  private final Notices notices;
  private final Map<String, String> copied = new HashMap<>();

  /** A copier from one document. */
  public RelationCopier(WordPackage source, PackageBuilder target, Notices notices) {
    this.source = source;
    this.target = target;
    this.notices = notices;
  }

  /**
   * Copies a relationship and its target.
   *
   * @return the id at the target part; null if it is unknown or must not come along
   */
  public @Nullable String copy(Part sourcePart, String id, String targetPart) {
    Relationship r = sourcePart.relationship(id);
    if (r == null) {
      notices.add(WordNotice.DANGLING_REFERENCE, sourcePart.name() + " " + id);
      return null;
    }
    if (r.external()) {
      return mayStay(r) ? target.relate(targetPart, r.type(), r.target(), true) : null;
    }
    if (NEVER.contains(r.kind())) {
      return null;
    }
    Part part = source.part(r.target());
    if (part == null) {
      if (r.kind().equals("hyperlink")) {
        return target.relate(targetPart, r.type(), r.target(), true);
      }
      notices.add(WordNotice.DANGLING_REFERENCE, r.target());
      return null;
    }
    String name =
        r.kind().equals("diagramData")
            ? copyDiagramData(part, sourcePart, targetPart)
            : copyPart(part);
    return target.relate(targetPart, r.type(), name, false);
  }

  private boolean mayStay(Relationship r) {
    if (!r.kind().equals("hyperlink")) {
      notices.add(WordNotice.EXTERNAL_LINK_DROPPED, r.kind() + " " + r.target());
      return false;
    }
    if (!Links.isSafe(r.target())) {
      notices.add(WordNotice.UNSAFE_LINK_DROPPED, r.target());
      return false;
    }
    return true;
  }

  /** Copies a part with all it refers to; returns its name in the target. */
  public String copyPart(Part part) {
    String known = copied.get(part.name());
    if (known != null) {
      return known;
    }
    if (part.relationships().isEmpty()) {
      String twin = target.find(typeOf(part), part.bytes());
      if (twin != null && shareable(part)) {
        copied.put(part.name(), twin);
        return twin;
      }
    }
    String name = target.freeName(part.name());
    copied.put(part.name(), name);
    Set<String> dropped = new HashSet<>();
    for (Relationship r : part.relationships()) {
      if (r.external() ? !mayStay(r) : source.part(r.target()) == null) {
        dropped.add(r.id());
      }
    }
    byte[] bytes = dropped.isEmpty() ? part.bytes() : without(part, dropped);
    target.put(name, typeOf(part), bytes);
    for (Relationship r : part.relationships()) {
      if (dropped.contains(r.id())) {
        continue;
      }
      Part next = r.external() ? null : source.part(r.target());
      String to = next == null ? r.target() : copyPart(next);
      target.relate(name, new Relationship(r.id(), r.type(), to, r.external()));
    }
    return name;
  }

  /** Only pictures are shared: Word expects every chart or embedded object to have its own file. */
  private static boolean shareable(Part part) {
    return part.contentType().startsWith("image/");
  }

  private static String typeOf(Part part) {
    return part.contentType().isEmpty() ? "application/octet-stream" : part.contentType();
  }

  /** The XML of a part without references to relationships that stay behind. */
  private byte[] without(Part part, Set<String> dropped) {
    if (!part.name().endsWith(".xml")) {
      return part.bytes();
    }
    Element tree = source.tree(part);
    tree.walk(
        e -> {
          boolean refers =
              e.attributes().stream()
                  .anyMatch(a -> a.ns().equals(Ns.R) && dropped.contains(a.value()));
          if (refers && (e.local().equals("externalData") || e.local().startsWith("hlink"))) {
            e.detach();
          } else if (refers) {
            e.dropAttributes(a -> a.ns().equals(Ns.R) && dropped.contains(a.value()));
          }
        });
    return XmlWriter.write(tree);
  }

  /**
   * The data of a diagram names its cached drawing by an id among the relationships of the
   * <em>document</em>, so it is rewritten for the document it comes into.
   */
  private String copyDiagramData(Part data, Part sourcePart, String targetPart) {
    String known = copied.get(data.name());
    if (known != null) {
      return known;
    }
    Element tree = source.tree(data);
    for (Element e : tree.find(x -> x.is(Ns.DSP, "dataModelExt"))) {
      String drawing = e.attr("", "relId");
      if (drawing == null) {
        continue;
      }
      String id = copy(sourcePart, drawing, targetPart);
      if (id == null) {
        e.drop("", "relId");
      } else {
        e.plain("relId", id);
      }
    }
    String name = target.freeName(data.name());
    copied.put(data.name(), name);
    target.put(name, typeOf(data), XmlWriter.write(tree));
    for (Relationship r : data.relationships()) {
      Part next = r.external() ? null : source.part(r.target());
      if (next != null) {
        target.relate(name, new Relationship(r.id(), r.type(), copyPart(next), false));
      } else if (r.external() && mayStay(r)) {
        target.relate(name, r);
      }
    }
    return name;
  }
}
