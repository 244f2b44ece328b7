package io.crmkit.proposals.word;

import static io.crmkit.proposals.word.WordDom.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every part has a content type and is referred to, and every relationship leads to a part. */
final class PackageRules {

  private final Map<String, byte[]> entries;
  private final Map<String, Document> trees;
  private final Map<String, Map<String, Element>> relationships;
  private final List<String> problems;

  PackageRules(WordPackage file) {
    this.entries = file.entries;
    this.trees = file.trees;
    this.relationships = file.relationships;
    this.problems = file.problems;
  }

  void check() {
    contentTypes();
    relationships();
  }

  private void contentTypes() {
    Document types = trees.get("[Content_Types].xml");
    if (types == null) {
      problems.add("no content types");
      return;
    }
    Set<String> defaults = new HashSet<>();
    Set<String> overrides = new HashSet<>();
    walk(
        types.getDocumentElement(),
        e -> {
          if (e.getLocalName().equals("Default")) {
            defaults.add(e.getAttribute("Extension").toLowerCase(Locale.ROOT));
          } else if (e.getLocalName().equals("Override")) {
            String part = e.getAttribute("PartName").substring(1);
            overrides.add(part);
            if (!entries.containsKey(part)) {
              problems.add("content type of a missing part: " + part);
            }
          }
          if (!e.getLocalName().equals("Types") && !e.getAttribute("ContentType").contains("/")) {
            problems.add("empty content type: " + e.getAttribute("PartName"));
          }
        });
    for (String name : entries.keySet()) {
      String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      boolean plainXml = extension.equals("xml") && !name.startsWith("customXml/");
      if (!name.equals("[Content_Types].xml")
          && !overrides.contains(name)
          && (!defaults.contains(extension) || plainXml)) {
        problems.add("no content type: " + name);
      }
    }
  }

  private void relationships() {
    Set<String> reachable = new HashSet<>();
    trees.forEach(
        (name, tree) -> {
          if (name.endsWith(".rels")) {
            String source = name.replace("_rels/", "").replaceAll("\\.rels$", "");
            if (!source.isEmpty() && !entries.containsKey(source)) {
              problems.add("relationships of a missing part: " + name);
            }
            relationships.put(source, own(name, source, reachable));
          }
        });
    for (String name : entries.keySet()) {
      if (!name.endsWith(".rels")
          && !name.equals("[Content_Types].xml")
          && !reachable.contains(name)) {
        problems.add("part that nothing refers to: " + name);
      }
    }
  }

  private Map<String, Element> own(String name, String source, Set<String> reachable) {
    Map<String, Element> own = new HashMap<>();
    walk(
        trees.get(name).getDocumentElement(),
        e -> {
          if (!e.getLocalName().equals("Relationship")) {
            return;
          }
          if (own.put(e.getAttribute("Id"), e) != null) {
            problems.add("relationship id twice: " + name + " " + e.getAttribute("Id"));
          }
          if (!e.getAttribute("TargetMode").equals("External")) {
            String target = resolve(source, e.getAttribute("Target"));
            reachable.add(target);
            if (!entries.containsKey(target)) {
              problems.add("missing target: " + name + " -> " + target);
            }
          } else if (!e.getAttribute("Type").endsWith("/hyperlink")) {
            problems.add("something external is fetched: " + e.getAttribute("Target"));
          }
        });
    return own;
  }

  private static String resolve(String source, String target) {
    List<String> path = new ArrayList<>();
    if (!target.startsWith("/") && source.contains("/")) {
      path.addAll(List.of(source.substring(0, source.lastIndexOf('/')).split("/")));
    }
    for (String s : target.split("/")) {
      if (s.equals("..")) {
        path.remove(path.size() - 1);
      } else if (!s.isEmpty()) {
        path.add(s);
      }
    }
    return String.join("/", path);
  }
}
