package io.crmkit.proposals.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A Word file taken apart, and the problems that were found in it. */
final class WordPackage {

  final Map<String, byte[]> entries = new LinkedHashMap<>();
  final Map<String, Document> trees = new TreeMap<>();
  final Map<String, Map<String, Element>> relationships = new HashMap<>();
  final List<String> problems = new ArrayList<>();

  WordPackage(byte[] file) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (entries.put(e.getName(), zip.readAllBytes()) != null) {
          problems.add("entry twice: " + e.getName());
        }
      }
    }
  }

  void parse() {
    entries.forEach(
        (name, bytes) -> {
          if (name.endsWith(".xml") || name.endsWith(".rels")) {
            Document d = parse(name, bytes);
            if (d != null) {
              trees.put(name, d);
            }
          }
        });
  }

  Document parse(String name, byte[] bytes) {
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
}
