package io.crmkit.examples.quickstart.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The two Word files that the proposal is made of, as somebody might have written them: a cover
 * with contents, page header and footer, and a chapter with headings, a numbered list and a table.
 * Their parts lie as XML among the resources of this program; a Word file is a zip of such parts.
 */
public final class SampleWord {

  /** The media type of Word files. */
  public static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final List<String> COMMON =
      List.of("_rels/.rels", "word/styles.xml", "word/numbering.xml", "word/settings.xml");

  private SampleWord() {}

  /**
   * Cover, contents, page header and footer.
   *
   * @param texts what the words in capital letters between percent signs stand for
   */
  public static byte[] cover(Map<String, String> texts) {
    return zip(
        texts,
        "cover",
        List.of(
            "[Content_Types].xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/header1.xml",
            "word/footer1.xml"));
  }

  /**
   * A chapter on delivery and service.
   *
   * @param texts what the words in capital letters between percent signs stand for
   */
  public static byte[] chapter(Map<String, String> texts) {
    return zip(
        texts,
        "chapter",
        List.of("[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"));
  }

  private static byte[] zip(Map<String, String> texts, String folder, List<String> own) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : own) {
        put(zip, part, read(folder + "/" + part), texts);
      }
      for (String part : COMMON) {
        put(zip, part, read("common/" + part), texts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String xml, Map<String, String> texts)
      throws IOException {
    String filled = xml;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      filled = filled.replace("%" + text.getKey() + "%", escape(text.getValue()));
    }
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(WRITTEN); // the same file every time
    zip.putNextEntry(entry);
    zip.write(filled.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String read(String name) throws IOException {
    String resource = "parts/" + name.replace("[Content_Types]", "Content_Types");
    try (InputStream in = SampleWord.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("this jar is not whole, it lacks " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
