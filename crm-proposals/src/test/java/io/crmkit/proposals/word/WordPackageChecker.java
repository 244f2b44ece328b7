package io.crmkit.proposals.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Checks a Word file for what makes Word call it damaged. Shares no code with the engine: the JDK's
 * zip and DOM on one side, rules written down once more on the other.
 */
final class WordPackageChecker {

  static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
  private static final String WP =
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Map<String, Document> trees = new TreeMap<>();
  private final Map<String, Map<String, Element>> relationships = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private WordPackageChecker(byte[] file) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (entries.put(e.getName(), zip.readAllBytes()) != null) {
          problems.add("entry twice: " + e.getName());
        }
      }
    }
  }

  /** All problems of a file; empty for a sound one. */
  static List<String> check(byte[] file) {
    try {
      WordPackageChecker checker = new WordPackageChecker(file);
      checker.run();
      return checker.problems;
    } catch (IOException e) {
      return List.of("unreadable: " + e);
    }
  }

  /** The parts of a file as trees, for tests that look inside. */
  static Document tree(byte[] file, String part) {
    try {
      WordPackageChecker checker = new WordPackageChecker(file);
      return checker.parse(part, checker.entries.get(part));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Map<String, byte[]> entries(byte[] file) {
    try {
      return new WordPackageChecker(file).entries;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void run() {
    entries.forEach(
        (name, bytes) -> {
          if (name.endsWith(".xml") || name.endsWith(".rels")) {
            Document d = parse(name, bytes);
            if (d != null) {
              trees.put(name, d);
            }
          }
        });
    contentTypes();
    relationships();
    Document document = trees.get("word/document.xml");
    if (document == null) {
      problems.add("no main document");
      return;
    }
    body(document);
    styles();
    numbering();
    references();
    uniqueIds();
    shapes();
    namespaces();
    fields();
  }

  private Document parse(String name, byte[] bytes) {
    try {
      DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
      f.setNamespaceAware(true);
      f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return f.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    } catch (SAXException | IOException | ParserConfigurationException | RuntimeException e) {
      problems.add("not well-formed: " + name + " " + e.getMessage());
      return null;
    }
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
          if (!name.endsWith(".rels")) {
            return;
          }
          String source = name.replace("_rels/", "").replaceAll("\\.rels$", "");
          if (!source.isEmpty() && !entries.containsKey(source)) {
            problems.add("relationships of a missing part: " + name);
          }
          Map<String, Element> own = new HashMap<>();
          walk(
              tree.getDocumentElement(),
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
          relationships.put(source, own);
        });
    for (String name : entries.keySet()) {
      if (!name.endsWith(".rels")
          && !name.equals("[Content_Types].xml")
          && !reachable.contains(name)) {
        problems.add("part that nothing refers to: " + name);
      }
    }
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

  private void body(Document document) {
    Element body = first(document.getDocumentElement(), "body");
    if (body == null) {
      problems.add("no body");
      return;
    }
    List<Element> children = children(body);
    long direct = children.stream().filter(e -> isW(e, "sectPr")).count();
    if (direct != 1 || !isW(children.get(children.size() - 1), "sectPr")) {
      problems.add("the body must end with its one sectPr; it has " + direct);
    }
    walk(
        document.getDocumentElement(),
        e -> {
          if (isW(e, "sectPr") && e.getParentNode() != body && !isW(e.getParentNode(), "pPr")) {
            problems.add("sectPr in " + e.getParentNode().getNodeName());
          }
          if (isW(e, "altChunk") || isW(e, "subDoc")) {
            problems.add("foreign content: " + e.getNodeName());
          }
        });
    for (Map.Entry<String, Document> part : trees.entrySet()) {
      if (!part.getKey().startsWith("word/")) {
        continue;
      }
      walk(
          part.getValue().getDocumentElement(),
          e -> {
            if (isW(e, "tc") && !lastChildIs(e, "p")) {
              problems.add("a cell must end with a paragraph: " + part.getKey());
            }
            if (isW(e, "tbl") && !contains(e, "tr")) {
              problems.add("a table without rows: " + part.getKey());
            }
            if (isW(e, "p") && e.getParentNode() != null && isW(e.getParentNode(), "p")) {
              problems.add("paragraph in paragraph: " + part.getKey());
            }
            order(part.getKey(), e);
          });
    }
  }

  /** Properties out of order make Word refuse a file; these are the ones the engine touches. */
  private void order(String part, Element e) {
    List<String> expected =
        switch (String.valueOf(e.getLocalName())) {
          case "pPr" ->
              List.of(
                  "pStyle",
                  "keepNext",
                  "keepLines",
                  "pageBreakBefore",
                  "numPr",
                  "pBdr",
                  "shd",
                  "tabs",
                  "spacing",
                  "ind",
                  "contextualSpacing",
                  "jc",
                  "outlineLvl",
                  "rPr",
                  "sectPr");
          case "rPr" ->
              List.of(
                  "rStyle",
                  "rFonts",
                  "b",
                  "i",
                  "strike",
                  "noProof",
                  "color",
                  "sz",
                  "highlight",
                  "u",
                  "vertAlign",
                  "lang");
          case "sectPr" ->
              List.of(
                  "headerReference",
                  "footerReference",
                  "footnotePr",
                  "endnotePr",
                  "type",
                  "pgSz",
                  "pgMar",
                  "pgNumType",
                  "cols",
                  "titlePg",
                  "docGrid");
          case "style" -> List.of("name", "basedOn", "next", "link", "qFormat", "pPr", "rPr");
          case "numbering" -> List.of("numPicBullet", "abstractNum", "num");
          case "settings" ->
              List.of("zoom", "evenAndOddHeaders", "footnotePr", "endnotePr", "compat", "rsids");
          default -> List.of();
        };
    if (expected.isEmpty() || !W.equals(e.getNamespaceURI())) {
      return;
    }
    boolean margins = e.getLocalName().equals("sectPr");
    int last = -1;
    for (Element child : children(e)) {
      String name = child.getLocalName();
      // headers and footers may be mixed among themselves
      int at =
          expected.indexOf(margins && name.equals("footerReference") ? "headerReference" : name);
      if (at >= 0 && at < last) {
        problems.add("order in " + e.getNodeName() + " of " + part + ": " + name);
      }
      last = Math.max(last, at);
    }
  }

  private void styles() {
    Document tree = trees.get("word/styles.xml");
    Map<String, String> types = new HashMap<>();
    Set<String> names = new HashSet<>();
    if (tree != null) {
      walk(
          tree.getDocumentElement(),
          e -> {
            if (!isW(e, "style")) {
              return;
            }
            String id = w(e, "styleId");
            if (types.put(id, w(e, "type")) != null) {
              problems.add("style id twice: " + id);
            }
            Element name = first(e, "name");
            String key =
                w(e, "type") + "|" + (name == null ? "" : w(name, "val")).toLowerCase(Locale.ROOT);
            if (!names.add(key)) {
              problems.add("style name twice: " + key);
            }
          });
    }
    Map<String, String> expected =
        Map.of("pStyle", "paragraph", "rStyle", "character", "tblStyle", "table");
    trees.forEach(
        (part, d) -> {
          if (part.startsWith("word/glossary")) {
            return;
          }
          walk(
              d.getDocumentElement(),
              e -> {
                String type = W.equals(e.getNamespaceURI()) ? expected.get(e.getLocalName()) : null;
                boolean relative =
                    Set.of("basedOn", "next", "link", "numStyleLink", "styleLink")
                            .contains(String.valueOf(e.getLocalName()))
                        && W.equals(e.getNamespaceURI());
                if (type != null && !type.equals(types.get(w(e, "val")))) {
                  problems.add("unknown " + type + " style " + w(e, "val") + " in " + part);
                }
                if (relative && !types.containsKey(w(e, "val"))) {
                  problems.add("unknown relative style " + w(e, "val") + " in " + part);
                }
              });
        });
  }

  private void numbering() {
    Set<String> abstracts = new HashSet<>();
    Set<String> nums = new HashSet<>();
    Set<String> nsids = new HashSet<>();
    Document tree = trees.get("word/numbering.xml");
    if (tree != null) {
      walk(
          tree.getDocumentElement(),
          e -> {
            if (isW(e, "abstractNum") && !abstracts.add(w(e, "abstractNumId"))) {
              problems.add("abstractNum twice: " + w(e, "abstractNumId"));
            } else if (isW(e, "num") && !nums.add(w(e, "numId"))) {
              problems.add("num twice: " + w(e, "numId"));
            } else if (isW(e, "nsid") && !nsids.add(w(e, "val"))) {
              problems.add("nsid twice: " + w(e, "val"));
            }
          });
      walk(
          tree.getDocumentElement(),
          e -> {
            if (isW(e, "abstractNumId") && !abstracts.contains(w(e, "val"))) {
              problems.add("num of an unknown abstractNum: " + w(e, "val"));
            }
          });
    }
    trees.forEach(
        (part, d) -> {
          if (part.startsWith("word/glossary")) {
            return;
          }
          walk(
              d.getDocumentElement(),
              e -> {
                if (isW(e, "numId") && !w(e, "val").equals("0") && !nums.contains(w(e, "val"))) {
                  problems.add("unknown numId " + w(e, "val") + " in " + part);
                }
              });
        });
  }

  private void references() {
    Set<String> drawings = new HashSet<>();
    trees.forEach(
        (part, d) -> {
          Map<String, Element> own = relationships.getOrDefault(part, Map.of());
          walk(
              d.getDocumentElement(),
              e -> {
                NamedNodeMap attributes = e.getAttributes();
                for (int i = 0; i < attributes.getLength(); i++) {
                  Attr a = (Attr) attributes.item(i);
                  if (R.equals(a.getNamespaceURI())
                      && !a.getValue().isEmpty()
                      && !own.containsKey(a.getValue())) {
                    problems.add("unknown relationship " + a.getValue() + " in " + part);
                  }
                }
                if (e.getLocalName().equals("dataModelExt") && e.hasAttribute("relId")) {
                  Element drawing =
                      relationships.get("word/document.xml").get(e.getAttribute("relId"));
                  if (drawing == null
                      || !drawing.getAttribute("Type").endsWith("/diagramDrawing")
                      || !drawings.add(drawing.getAttribute("Target"))) {
                    problems.add("a diagram without a drawing of its own: " + part);
                  }
                }
              });
        });
    for (String kind : new String[] {"footnote", "endnote", "comment"}) {
      Document notes = trees.get("word/" + kind + "s.xml");
      Set<String> ids = new HashSet<>();
      if (notes != null) {
        for (Element e : children(notes.getDocumentElement())) {
          if (!ids.add(w(e, "id"))) {
            problems.add(kind + " twice: " + w(e, "id"));
          }
        }
      }
      Set<String> used = new HashSet<>();
      walk(
          trees.get("word/document.xml").getDocumentElement(),
          e -> {
            if (isW(e, kind + "Reference")) {
              if (!ids.contains(w(e, "id"))) {
                problems.add("unknown " + kind + " " + w(e, "id"));
              }
              if (!used.add(w(e, "id"))) {
                problems.add(kind + " referred to twice " + w(e, "id"));
              }
            }
          });
    }
  }

  private void uniqueIds() {
    Map<String, Set<String>> seen = new HashMap<>();
    Map<String, Integer> starts = new HashMap<>();
    trees.forEach(
        (part, d) -> {
          if (part.startsWith("word/glossary")) {
            return;
          }
          walk(
              d.getDocumentElement(),
              e -> {
                if (isW(e, "bookmarkStart")) {
                  once(seen, "bookmark id", w(e, "id"));
                  once(seen, "bookmark name", w(e, "name").toLowerCase(Locale.ROOT));
                  starts.merge(w(e, "id"), 1, Integer::sum);
                } else if (isW(e, "bookmarkEnd")) {
                  starts.merge(w(e, "id"), -1, Integer::sum);
                } else if (WP.equals(e.getNamespaceURI()) && e.getLocalName().equals("docPr")) {
                  once(seen, "docPr id", e.getAttribute("id"));
                } else if (isW(e, "id") && isW(e.getParentNode(), "sdtPr")) {
                  once(seen, "content control id", w(e, "val"));
                }
                String paragraph =
                    e.getAttributeNS(
                        "http://schemas.microsoft.com/office/word/2010/wordml", "paraId");
                if (!paragraph.isEmpty()) {
                  once(seen, "paragraph id", paragraph);
                }
              });
        });
    starts.forEach(
        (id, n) -> {
          if (n != 0) {
            problems.add("bookmark without its other end: " + id);
          }
        });
  }

  private void shapes() {
    trees.forEach(
        (part, d) -> {
          Set<String> ids = new HashSet<>();
          List<Element> objects = new ArrayList<>();
          walk(
              d.getDocumentElement(),
              e -> {
                if ("urn:schemas-microsoft-com:vml".equals(e.getNamespaceURI())
                    && e.hasAttribute("id")
                    && !e.getLocalName().equals("shapetype")
                    && !ids.add(e.getAttribute("id"))) {
                  problems.add("shape id twice: " + e.getAttribute("id") + " in " + part);
                }
                if (e.getLocalName().equals("OLEObject")) {
                  objects.add(e);
                }
              });
          for (Element e : objects) {
            if (!ids.contains(e.getAttribute("ShapeID"))) {
              problems.add("object without its shape: " + e.getAttribute("ShapeID"));
            }
          }
        });
  }

  private void namespaces() {
    trees.forEach(
        (part, d) ->
            walk(
                d.getDocumentElement(),
                e -> {
                  String ignorable = e.getAttributeNS(MC, "Ignorable");
                  String requires =
                      MC.equals(e.getNamespaceURI()) ? e.getAttribute("Requires") : "";
                  for (String prefix : (ignorable + " " + requires).split(" ")) {
                    if (!prefix.isEmpty() && e.lookupNamespaceURI(prefix) == null) {
                      problems.add("prefix not declared: " + prefix + " in " + part);
                    }
                  }
                }));
  }

  /** Every field must close in its part, and every link inside the document must lead somewhere. */
  private void fields() {
    Set<String> names = new HashSet<>();
    trees
        .values()
        .forEach(
            d ->
                walk(
                    d.getDocumentElement(),
                    e -> {
                      if (isW(e, "bookmarkStart")) {
                        names.add(w(e, "name").toLowerCase(Locale.ROOT));
                      }
                    }));
    trees.forEach(
        (part, d) -> {
          int[] open = {0};
          walk(
              d.getDocumentElement(),
              e -> {
                if (isW(e, "fldChar")) {
                  String type = w(e, "fldCharType");
                  open[0] += type.equals("begin") ? 1 : type.equals("end") ? -1 : 0;
                } else if (isW(e, "hyperlink") && w(e, "anchor").startsWith("_Toc")) {
                  if (!names.contains(w(e, "anchor").toLowerCase(Locale.ROOT))) {
                    problems.add("link to nowhere: " + w(e, "anchor"));
                  }
                }
              });
          if (open[0] != 0) {
            problems.add("fields do not close in " + part);
          }
        });
  }

  private void once(Map<String, Set<String>> seen, String kind, String value) {
    if (!seen.computeIfAbsent(kind, k -> new HashSet<>()).add(value)) {
      problems.add(kind + " twice: " + value);
    }
  }

  static boolean isW(Node node, String local) {
    return node != null && W.equals(node.getNamespaceURI()) && local.equals(node.getLocalName());
  }

  static String w(Element e, String name) {
    return e.getAttributeNS(W, name);
  }

  static List<Element> children(Element e) {
    List<Element> result = new ArrayList<>();
    for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        result.add(child);
      }
    }
    return result;
  }

  static Element first(Element e, String local) {
    return children(e).stream().filter(c -> isW(c, local)).findFirst().orElse(null);
  }

  private static boolean lastChildIs(Element e, String local) {
    List<Element> all = children(e);
    all.removeIf(c -> c.getLocalName().startsWith("bookmark"));
    return !all.isEmpty()
        && (isW(all.get(all.size() - 1), local) || isW(all.get(all.size() - 1), "sdt"));
  }

  private static boolean contains(Element e, String local) {
    return e.getElementsByTagNameNS(W, local).getLength() > 0;
  }

  static void walk(Element e, Consumer<Element> visitor) {
    visitor.accept(e);
    for (Element child : children(e)) {
      walk(child, visitor);
    }
  }
}
