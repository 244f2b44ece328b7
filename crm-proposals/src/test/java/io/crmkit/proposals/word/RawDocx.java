package io.crmkit.proposals.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages written entry by entry, for files no editor would write. */
final class RawDocx {

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String NAMESPACES =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
          + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
          + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
          + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
          + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final StringBuilder types = new StringBuilder();
  private final StringBuilder relationships = new StringBuilder();
  private int next = 1;

  private RawDocx() {}

  /** A document with this inside of its body. */
  static RawDocx body(String body) {
    RawDocx result = new RawDocx();
    result.put("[Content_Types].xml", "");
    result.put(
        "_rels/.rels",
        XML
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\""
            + OFFICE
            + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    result.put(
        "word/document.xml",
        XML + "<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>");
    result.type(
        "word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
    return result;
  }

  /** A document with paragraphs of plain text. */
  static RawDocx paragraphs(String... texts) {
    StringBuilder body = new StringBuilder();
    for (String text : texts) {
      body.append(p(text));
    }
    return body(body.toString());
  }

  static String p(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  static String styled(String style, String text) {
    return "<w:p><w:pPr><w:pStyle w:val=\""
        + style
        + "\"/></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  /** Adds one of the parts that a document has, such as styles, with this inside of its root. */
  RawDocx part(String kind, String root, String inner) {
    return part(kind, root, inner, "rId" + next++);
  }

  RawDocx part(String kind, String root, String inner, String id) {
    String name = kind + ".xml";
    put("word/" + name, XML + "<w:" + root + NAMESPACES + ">" + inner + "</w:" + root + ">");
    String type = kind.replaceAll("[0-9]", "");
    type(
        "word/" + name,
        "application/vnd.openxmlformats-officedocument.wordprocessingml." + type + "+xml");
    relate(id, OFFICE + type, name, false);
    return this;
  }

  RawDocx relate(String id, String type, String target, boolean external) {
    relationships.append(
        "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"%s/>"
            .formatted(
                id,
                type.contains("/") ? type : OFFICE + type,
                target,
                external ? " TargetMode=\"External\"" : ""));
    return this;
  }

  RawDocx type(String part, String type) {
    types.append("<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(part, type));
    return this;
  }

  RawDocx put(String entry, String content) {
    return put(entry, content.getBytes(StandardCharsets.UTF_8));
  }

  RawDocx put(String entry, byte[] content) {
    entries.put(entry, content);
    return this;
  }

  RawDocx without(String entry) {
    entries.remove(entry);
    return this;
  }

  byte[] toBytes() {
    if (entries.containsKey("[Content_Types].xml")) {
      put(
          "[Content_Types].xml",
          XML
              + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
              + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
              + types
              + "</Types>");
    }
    if (relationships.length() > 0) {
      put(
          "word/_rels/document.xml.rels",
          XML
              + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + relationships
              + "</Relationships>");
    }
    return zip(entries);
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> e : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(e.getKey()));
        zip.write(e.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
