package io.crmkit.proposals.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.proposals.word.check.WordFormatException;
import io.crmkit.proposals.word.check.WordLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that must not come in, each refused with the reason that fits. */
class HostileFilesTest {

  @Test
  void an_ordinary_file_is_summarised() throws IOException {
    byte[] file =
        RawDocx.body(
                RawDocx.p("Dear {{customer.name}}")
                    + "<w:p><w:r><w:t>{{#if a</w:t></w:r><w:r><w:t>.b}}</w:t></w:r></w:p>"
                    + RawDocx.p("{{/if}}"))
            .toBytes();
    WordSummary summary = WordInspector.check(new ByteArrayInputStream(file), WordLimits.DEFAULT);
    assertThat(summary.paragraphs()).isEqualTo(3);
    assertThat(summary.fields()).containsExactly("a.b", "customer.name");
    assertThat(summary.hasContents()).isFalse();
  }

  @Test
  void something_that_is_no_archive() {
    assertThat(codeOf("hello, world".getBytes(StandardCharsets.UTF_8))).isEqualTo("word.not-zip");
    assertThat(codeOf(new byte[0])).isEqualTo("word.not-zip");
  }

  @Test
  void a_cut_off_archive() {
    byte[] file = RawDocx.paragraphs("a").toBytes();
    for (int length = 4; length < file.length; length += 37) {
      assertThat(codeOf(Arrays.copyOf(file, length))).isEqualTo("word.not-zip");
    }
  }

  @Test
  void an_archive_with_a_changed_byte_is_refused_or_harmless() {
    byte[] file = RawDocx.paragraphs("a").toBytes();
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 0x55;
      try {
        WordInspector.check(changed, WordLimits.DEFAULT);
      } catch (WordFormatException e) {
        assertThat(e.code()).startsWith("word.");
      }
    }
  }

  @Test
  void the_old_binary_format() {
    byte[] ole = new byte[2048];
    ole[0] = (byte) 0xD0;
    ole[1] = (byte) 0xCF;
    ole[2] = 0x11;
    ole[3] = (byte) 0xE0;
    assertThat(codeOf(ole)).isEqualTo("word.old-doc");
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, ole, 1000, name.length);
    assertThat(codeOf(ole)).isEqualTo("word.encrypted");
  }

  @Test
  void a_bomb_that_unpacks_to_far_more_than_it_weighs() {
    byte[] bomb = RawDocx.paragraphs("a").put("word/media/x.png", new byte[20_000_000]).toBytes();
    WordFormatException refusal = refusal(bomb, WordLimits.DEFAULT);
    assertThat(refusal.code()).isEqualTo("word.zip-bomb");
    assertThat(refusal.details()).containsEntry("entry", "word/media/x.png");
  }

  @Test
  void sizes_beyond_the_limits() {
    byte[] file = RawDocx.paragraphs("a").put("word/media/x.png", new byte[5000]).toBytes();
    assertThat(refusal(file, new WordLimits(100, 99, 9999, 9999, 9999, 9, 99)).code())
        .isEqualTo("word.too-large");
    assertThat(refusal(file, new WordLimits(99999, 2, 99999, 9999, 9999, 9, 99)).code())
        .isEqualTo("word.too-many-entries");
    assertThat(refusal(file, new WordLimits(99999, 99, 5500, 9999, 9999, 9, 99)).code())
        .isEqualTo("word.too-large");
    assertThat(refusal(file, new WordLimits(99999, 99, 99999, 4000, 9999, 9, 99)).code())
        .isEqualTo("word.too-large");
    assertThat(refusal(file, new WordLimits(99999, 99, 99999, 9999, 100, 9, 99)).code())
        .isEqualTo("word.too-large");
  }

  @Test
  void macros_and_active_content() {
    assertThat(codeOf(RawDocx.paragraphs("a").put("word/vbaProject.bin", new byte[9]).toBytes()))
        .isEqualTo("word.macros");
    assertThat(
            codeOf(
                RawDocx.paragraphs("a")
                    .put("word/x.bin", new byte[9])
                    .type("word/x.bin", "application/vnd.ms-office.vbaProject")
                    .toBytes()))
        .isEqualTo("word.macros");
    assertThat(codeOf(RawDocx.paragraphs("a").put("word/activeX/a.xml", "<a/>").toBytes()))
        .isEqualTo("word.active-content");
  }

  @Test
  void a_document_type_in_any_part() {
    String xxe = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
    WordFormatException refusal =
        refusal(RawDocx.paragraphs("a").put("customXml/a.xml", xxe).toBytes(), WordLimits.DEFAULT);
    assertThat(refusal.code()).isEqualTo("word.doctype");
    assertThat(refusal.details()).containsEntry("part", "customXml/a.xml");
  }

  @Test
  void names_that_lead_out() {
    for (String name :
        new String[] {"../evil.xml", "/etc/passwd", "word\\x.xml", "C:/x", "a/../../b", "a//b"}) {
      assertThat(codeOf(RawDocx.paragraphs("a").put(name, "<a/>").toBytes()))
          .as(name)
          .isEqualTo("word.path");
    }
    assertThat(
            codeOf(
                RawDocx.paragraphs("a").relate("r1", "image", "../../../x.png", false).toBytes()))
        .isEqualTo("word.path");
  }

  @Test
  void missing_parts() {
    assertThat(codeOf(RawDocx.paragraphs("a").without("word/document.xml").toBytes()))
        .isEqualTo("word.missing-part");
    assertThat(codeOf(RawDocx.paragraphs("a").without("[Content_Types].xml").toBytes()))
        .isEqualTo("word.missing-part");
    assertThat(
            codeOf(RawDocx.paragraphs("a").relate("r1", "styles", "styles.xml", false).toBytes()))
        .isEqualTo("word.missing-part");
  }

  @Test
  void broken_and_bottomless_xml() {
    assertThat(codeOf(RawDocx.body("<w:p>").toBytes())).isEqualTo("word.malformed-xml");
    assertThat(codeOf(RawDocx.body("<x:p/>").toBytes())).isEqualTo("word.malformed-xml");
    assertThat(codeOf(RawDocx.body("&undefined;").toBytes())).isEqualTo("word.malformed-xml");
    String deep = "<w:sdt>".repeat(300) + "</w:sdt>".repeat(300);
    assertThat(codeOf(RawDocx.body(deep).toBytes())).isEqualTo("word.malformed-xml");
  }

  @Test
  void office_files_of_other_kinds() {
    byte[] workbook =
        RawDocx.paragraphs("a")
            .put(
                "word/document.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>")
            .toBytes();
    assertThat(codeOf(workbook)).isEqualTo("word.other-kind");
    byte[] strict =
        RawDocx.paragraphs("a")
            .put(
                "word/document.xml",
                "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"/>")
            .toBytes();
    assertThat(codeOf(strict)).isEqualTo("word.strict");
  }

  @Test
  void two_entries_under_one_name() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("word/a.xml", new byte[] {'<', 'a', '/', '>'});
    entries.put("WORD/A.XML", new byte[] {'<', 'a', '/', '>'});
    assertThat(codeOf(RawDocx.zip(entries))).isEqualTo("word.path");
  }

  @Test
  void a_merge_names_the_part_it_refuses() {
    WordFormatException refusal =
        catchThrowableOfType(
            WordFormatException.class,
            () -> Merging.of(RawDocx.paragraphs("a").toBytes(), new byte[] {1, 2, 3, 4}).run());
    assertThat(refusal.code()).isEqualTo("word.not-zip");
    assertThat(refusal.details()).containsEntry("label", "part 2");
  }

  @Test
  void what_would_be_fetched_from_outside_is_left_behind() {
    String image =
        "<w:p><w:r><w:t>before</w:t></w:r><w:r><w:pict><v:shape id=\"s1\">"
            + "<v:imagedata r:id=\"r1\"/></v:shape></w:pict></w:r></w:p>"
            + "<w:altChunk r:id=\"r2\"/>"
            + "<w:p><w:hyperlink r:id=\"r3\"><w:r><w:t>click</w:t></w:r></w:hyperlink></w:p>"
            + "<w:p><w:hyperlink r:id=\"r4\"><w:r><w:t>fine</w:t></w:r></w:hyperlink></w:p>";
    byte[] file =
        RawDocx.body(image)
            .relate("r1", "image", "http://evil.example/t.png", true)
            .relate("r2", "aFChunk", "http://evil.example/chunk.html", true)
            .relate("r3", "hyperlink", "java\tscript:alert(1)", true)
            .relate("r4", "hyperlink", "https://example.com", true)
            .toBytes();
    Merging merged = Merging.of(RawDocx.paragraphs("master").toBytes(), file).run();
    assertThat(merged.paragraphs()).containsExactly("master", "before", "click", "fine");
    assertThat(merged.result().notices())
        .extracting(n -> n.code())
        .contains(
            "word.notice.external-link-dropped",
            "word.notice.alt-chunk-dropped",
            "word.notice.unsafe-link-dropped");
    String relationships =
        new String(
            WordPackageChecker.entries(merged.bytes()).get("word/_rels/document.xml.rels"),
            StandardCharsets.UTF_8);
    assertThat(relationships)
        .doesNotContain("evil")
        .doesNotContain("alert")
        .contains("example.com");
  }

  private static String codeOf(byte[] file) {
    return refusal(file, WordLimits.DEFAULT).code();
  }

  private static WordFormatException refusal(byte[] file, WordLimits limits) {
    WordFormatException refusal =
        catchThrowableOfType(WordFormatException.class, () -> WordInspector.check(file, limits));
    assertThat(refusal).as("expected a refusal").isNotNull();
    return refusal;
  }
}
