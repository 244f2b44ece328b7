package io.crmkit.proposals.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.proposals.word.sample.DocxBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Page setup, headers and contents tables. */
class SectionsAndContentsTest {

  private static final byte[] MASTER =
      DocxBuilder.in(Locale.ENGLISH)
          .cover("Offer", "for you")
          .contents("Contents")
          .header("master header")
          .footer("Page", "")
          .heading(1, "Introduction")
          .paragraph("Hello")
          .toBytes();

  private static byte[] headed(String header, String page) {
    return RawDocx.body(
            RawDocx.p("text under " + header)
                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/>"
                + page
                + "</w:sectPr>")
        .part("header1", "hdr", RawDocx.p(header), "h")
        .toBytes();
  }

  private static final String PORTRAIT = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
  private static final String LANDSCAPE =
      "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
          + "<w:pgNumType w:start=\"1\"/>";

  @Test
  void content_runs_on_in_the_master_by_default() {
    Merging merged = Merging.of(MASTER, headed("foreign", PORTRAIT)).run();
    assertThat(merged.elements("sectPr")).hasSize(1);
    assertThat(merged.count("word/header")).isEqualTo(1);
  }

  @Test
  void landscape_stays_landscape_under_the_masters_header() {
    Merging merged =
        Merging.of(MASTER, headed("foreign", LANDSCAPE), RawDocx.paragraphs("after").toBytes())
            .run();
    assertThat(orientations(merged)).containsExactly("", "landscape", "");
    assertThat(headers(merged)).containsExactly("master header", "master header", "master header");
    assertThat(merged.elements("titlePg")).hasSize(1);
  }

  @Test
  void own_pages_keep_their_header_and_the_master_returns_after_them() {
    Merging merged =
        Merging.of(MASTER)
            .word(headed("own", LANDSCAPE), PartLayout.DEFAULT.with(PageSetup.OWN))
            .add(PartContent.text("after"))
            .run();
    assertThat(orientations(merged)).containsExactly("", "landscape", "");
    assertThat(headers(merged)).containsExactly("master header", "own", "master header");
    assertThat(merged.elements("pgNumType").stream().filter(e -> !WordDom.w(e, "start").isEmpty()))
        .as("page numbers run on")
        .isEmpty();
  }

  @Test
  void own_pages_without_a_header_do_not_show_the_masters() {
    byte[] bare =
        RawDocx.body(RawDocx.p("bare") + "<w:sectPr>" + PORTRAIT + "</w:sectPr>").toBytes();
    Merging merged = Merging.of(MASTER).word(bare, PartLayout.DEFAULT.with(PageSetup.OWN)).run();
    assertThat(headers(merged)).containsExactly("master header", "");
  }

  @Test
  void a_section_ends_after_a_table_in_a_paragraph_of_its_own() {
    byte[] table =
        RawDocx.body(
                "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
                    + "<w:sectPr>"
                    + LANDSCAPE
                    + "</w:sectPr>")
            .toBytes();
    Merging merged = Merging.of(MASTER, table).add(PartContent.text("after")).run();
    assertThat(orientations(merged)).containsExactly("", "landscape", "");
  }

  @Test
  void parts_can_begin_on_a_new_page() {
    Merging merged =
        Merging.of(MASTER)
            .add(
                MergePart.of("a", PartContent.text("text"))
                    .titled(1, "Chapter")
                    .with(PartLayout.DEFAULT.with(PartStart.NEW_PAGE)))
            .run();
    assertThat(merged.elements("pageBreakBefore")).hasSize(1);
  }

  @Test
  void content_before_the_master_stands_in_its_pages() {
    Merging merged =
        new Merging().add(PartContent.text("first")).word(MASTER, PartLayout.DEFAULT).run();
    assertThat(merged.paragraphs()).containsSubsequence("first", "Offer", "Introduction");
  }

  @Test
  void without_a_word_file_there_is_a_plain_master() {
    Merging merged = new Merging().add(PartContent.markdown("# A\n\nb")).run();
    assertThat(merged.paragraphs()).containsExactly("A", "b");
  }

  @Test
  void the_contents_table_lists_the_headings_of_all_parts() {
    Merging merged =
        Merging.of(MASTER)
            .add(
                MergePart.of("a", PartContent.markdown("# Deep\n\n## Deeper\n\n### Too deep"))
                    .titled(1, "Chapter {one}"))
            .run();
    assertThat(entries(merged))
        .containsExactly("Introduction|3", "Chapter {one}|3", "Deep|3", "Deeper|3");
    assertThat(merged.values("pStyle"))
        .containsSubsequence("TOCHeading", "TOC1", "TOC1", "TOC2", "TOC3");
    assertThat(
            new String(
                WordPackageChecker.entries(merged.bytes()).get("word/settings.xml"),
                StandardCharsets.UTF_8))
        .doesNotContain("updateFields");
  }

  @Test
  void numbers_of_headings_are_part_of_the_contents() {
    byte[] master =
        DocxBuilder.in(Locale.ENGLISH).numberedHeadings().contents("Contents").toBytes();
    Merging merged =
        Merging.of(master).add(PartContent.markdown("# A\n\n## B\n\n## C\n\n# D\n\n## E")).run();
    assertThat(merged.result().outline())
        .extracting(e -> e.number() + " " + e.text())
        .containsExactly("1 A", "1.1 B", "1.2 C", "2 D", "2.1 E");
  }

  @Test
  void a_contents_table_in_a_later_part_lists_that_part_alone() {
    Merging merged = Merging.of(MASTER, MASTER).add(PartContent.markdown("# Last")).run();
    assertThat(entries(merged))
        .containsExactly("Introduction|3", "Introduction|5", "Last|5", "Introduction|5");
  }

  @Test
  void estimated_pages_follow_breaks_and_long_text() {
    Merging merged =
        Merging.of(MASTER)
            .add(MergePart.of("a", PartContent.text("word ".repeat(2500))).titled(1, "Long"))
            .add(MergePart.of("b", PartContent.text("x")).titled(1, "After"))
            .run();
    int after = merged.result().outline().get(2).page();
    assertThat(after).isBetween(6, 9);
  }

  @Test
  void even_headers_appear_only_where_their_document_wants_them() {
    byte[] odd =
        RawDocx.body(
                RawDocx.p("x")
                    + "<w:sectPr><w:headerReference w:type=\"even\" r:id=\"e\"/>"
                    + "<w:headerReference w:type=\"default\" r:id=\"h\"/></w:sectPr>")
            .part("header1", "hdr", RawDocx.p("odd"), "h")
            .part("header2", "hdr", RawDocx.p("even"), "e")
            .part("settings", "settings", "<w:evenAndOddHeaders/>")
            .toBytes();
    Merging merged = Merging.of(MASTER).word(odd, PartLayout.DEFAULT.with(PageSetup.OWN)).run();
    assertThat(headers(merged, "even")).containsExactly("master header", "even");
    assertThat(merged.elements("word/settings.xml", "evenAndOddHeaders")).hasSize(1);
  }

  private static List<String> orientations(Merging merged) {
    return merged.elements("pgSz").stream().map(e -> WordDom.w(e, "orient")).toList();
  }

  private static List<String> headers(Merging merged) {
    return headers(merged, "default");
  }

  /** The text of the header of each section in order. */
  private static List<String> headers(Merging merged, String type) {
    List<String> result = new ArrayList<>();
    var relationships = WordPackageChecker.tree(merged.bytes(), "word/_rels/document.xml.rels");
    for (Element reference : merged.elements("headerReference")) {
      if (!WordDom.w(reference, "type").equals(type)) {
        continue;
      }
      String id = reference.getAttributeNS(WordDom.R, "id");
      for (Element r : WordDom.children(relationships.getDocumentElement())) {
        if (r.getAttribute("Id").equals(id)) {
          result.add(
              String.join(
                  "", WordText.paragraphs(merged.bytes(), "word/" + r.getAttribute("Target"))));
        }
      }
    }
    return result;
  }

  /** The entries of contents tables: text and page. */
  private static List<String> entries(Merging merged) {
    List<String> result = new ArrayList<>();
    for (Element link : merged.elements("hyperlink")) {
      if (!WordDom.w(link, "anchor").startsWith("_Toc")) {
        continue;
      }
      List<String> texts = new ArrayList<>();
      WordDom.walk(
          link,
          e -> {
            if (WordDom.isW(e, "t")) {
              texts.add(e.getTextContent());
            }
          });
      result.add(String.join("|", texts));
    }
    return result;
  }
}
