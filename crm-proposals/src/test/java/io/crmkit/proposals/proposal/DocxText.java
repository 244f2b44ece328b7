package io.crmkit.proposals.proposal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.NodeList;

/** Reads the text of a Word file with what the JDK has. */
final class DocxText {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private DocxText() {}

  /** The paragraphs that have text, in order. */
  static List<String> paragraphs(byte[] file) {
    try {
      return texts(part(file, "word/document.xml"));
    } catch (Exception e) {
      throw new AssertionError("not a Word file", e);
    }
  }

  /** What the file says of itself. */
  static String properties(byte[] file) {
    return new String(part(file, "docProps/core.xml"), StandardCharsets.UTF_8);
  }

  private static byte[] part(byte[] file, String name) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return zip.readAllBytes();
        }
      }
    } catch (IOException e) {
      throw new AssertionError("not a Word file", e);
    }
    throw new AssertionError("no " + name);
  }

  private static List<String> texts(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    NodeList paragraphs =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getElementsByTagNameNS(W, "p");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < paragraphs.getLength(); i++) {
      StringBuilder text = new StringBuilder();
      NodeList runs = ((org.w3c.dom.Element) paragraphs.item(i)).getElementsByTagNameNS(W, "t");
      for (int j = 0; j < runs.getLength(); j++) {
        text.append(runs.item(j).getTextContent());
      }
      if (!text.isEmpty()) {
        texts.add(text.toString());
      }
    }
    return texts;
  }
}
