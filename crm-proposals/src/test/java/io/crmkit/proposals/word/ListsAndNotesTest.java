package io.crmkit.proposals.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Lists, notes, comments and bookmarks of several documents. */
class ListsAndNotesTest {

  private static final String ABSTRACT =
      "<w:abstractNum w:abstractNumId=\"%s\"><w:nsid w:val=\"12345678\"/>"
          + "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
          + "<w:numFmt w:val=\"decimal\"/>%s<w:lvlText w:val=\"%%1.\"/></w:lvl></w:abstractNum>";

  private static String item(String numId, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\""
        + numId
        + "\"/></w:numPr></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  private static byte[] list() {
    return RawDocx.body(item("4", "a") + item("4", "b") + item("9", "restarted"))
        .part(
            "numbering",
            "numbering",
            ABSTRACT.formatted("0", "")
                + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/></w:num>"
                + "<w:num w:numId=\"9\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
                + "<w:numIdMacAtCleanup w:val=\"3\"/>")
        .toBytes();
  }

  @Test
  void every_document_counts_its_lists_from_the_start() {
    Merging merged = Merging.of(list(), list(), list()).run();
    List<String> numbers = merged.values("numId");
    assertThat(numbers).hasSize(9);
    assertThat(numbers.subList(0, 3)).containsExactly("4", "4", "9");
    assertThat(numbers.get(3)).isEqualTo(numbers.get(4)).isNotIn("4", "9", numbers.get(5));
    assertThat(numbers.get(6)).isNotIn(numbers.get(3), numbers.get(5));
    assertThat(merged.elements("word/numbering.xml", "abstractNum")).hasSize(3);
    assertThat(merged.elements("word/numbering.xml", "startOverride")).hasSize(3);
    assertThat(merged.elements("word/numbering.xml", "numIdMacAtCleanup")).isEmpty();
  }

  @Test
  void a_list_of_an_adopted_style_does_not_claim_the_style_a_second_time() {
    String style =
        "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/><w:pPr>"
            + "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    byte[] numbered =
        RawDocx.body(RawDocx.styled("H", "one") + item("1", "two"))
            .part("styles", "styles", style)
            .part(
                "numbering",
                "numbering",
                ABSTRACT.formatted("0", "<w:pStyle w:val=\"H\"/>")
                    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
            .toBytes();
    Merging merged = Merging.of(numbered, numbered).run();
    assertThat(merged.elements("word/numbering.xml", "pStyle")).hasSize(1);
    assertThat(merged.result().outline()).extracting(e -> e.number()).containsExactly("1.", "3.");
  }

  @Test
  void a_number_that_no_list_has_is_no_list() {
    Merging merged = Merging.of(RawDocx.body(item("7", "a")).toBytes(), list()).run();
    assertThat(merged.values("numId").get(0)).isEqualTo("0");
  }

  @Test
  void notes_keep_their_text_under_new_numbers() {
    Merging merged =
        Merging.of(noted("one"), RawDocx.paragraphs("x").toBytes(), noted("two")).run();
    assertThat(WordText.paragraphs(merged.bytes(), "word/footnotes.xml"))
        .containsExactly("footnote of one", "footnote of two");
    assertThat(WordText.paragraphs(merged.bytes(), "word/endnotes.xml"))
        .containsExactly("endnote of one", "endnote of two");
    assertThat(WordText.paragraphs(merged.bytes(), "word/comments.xml"))
        .containsExactly("comment of one", "comment of two");
    List<String> ids =
        merged.elements("footnoteReference").stream().map(e -> WordDom.w(e, "id")).toList();
    assertThat(ids).doesNotHaveDuplicates().hasSize(2);
    assertThat(merged.elements("word/settings.xml", "footnotePr")).hasSize(1);
    List<String> ranges =
        merged.elements("commentRangeStart").stream().map(e -> WordDom.w(e, "id")).toList();
    assertThat(ranges).containsExactly("1", "2");
  }

  @Test
  void a_document_without_notes_gets_them_with_separators() {
    Merging merged = Merging.of(RawDocx.paragraphs("x").toBytes(), noted("one")).run();
    assertThat(merged.elements("word/footnotes.xml", "separator")).hasSize(1);
    assertThat(merged.elements("word/footnotes.xml", "continuationSeparator")).hasSize(1);
  }

  @Test
  void bookmarks_get_names_of_their_own_and_references_follow() {
    String body =
        "<w:p><w:r><w:instrText xml:space=\"preserve\"> REF target \\h </w:instrText></w:r>"
            + "<w:hyperlink w:anchor=\"Target\"><w:r><w:t>go</w:t></w:r></w:hyperlink></w:p>"
            + "<w:p><w:bookmarkStart w:id=\"0\" w:name=\"target\"/><w:r><w:t>here</w:t></w:r>"
            + "<w:bookmarkEnd w:id=\"0\"/><w:bookmarkStart w:id=\"1\" w:name=\"_GoBack\"/>"
            + "<w:bookmarkEnd w:id=\"1\"/></w:p>";
    byte[] file = RawDocx.body(body).toBytes();
    Merging merged = Merging.of(file, file).run();
    assertThat(names(merged, "bookmarkStart", "name")).containsExactly("target", "target_2");
    assertThat(names(merged, "hyperlink", "anchor")).containsExactly("Target", "target_2");
    assertThat(merged.elements("instrText").get(1).getTextContent()).contains("REF target_2 ");
  }

  @Test
  void a_bookmark_that_never_ends_is_dropped() {
    byte[] file = RawDocx.body("<w:p><w:bookmarkStart w:id=\"0\" w:name=\"a\"/></w:p>").toBytes();
    assertThat(Merging.of(file).run().elements("bookmarkStart")).isEmpty();
  }

  private static List<String> names(Merging merged, String element, String attribute) {
    return merged.elements(element).stream().map((Element e) -> WordDom.w(e, attribute)).toList();
  }

  private static byte[] noted(String name) {
    return RawDocx.body(
            "<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>text of "
                + name
                + "</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"
                + "<w:r><w:commentReference w:id=\"0\"/></w:r>"
                + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                + "<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>")
        .part(
            "footnotes",
            "footnotes",
            "<w:footnote w:id=\"2\">" + RawDocx.p("footnote of " + name) + "</w:footnote>")
        .part(
            "endnotes",
            "endnotes",
            "<w:endnote w:id=\"2\">" + RawDocx.p("endnote of " + name) + "</w:endnote>")
        .part(
            "comments",
            "comments",
            "<w:comment w:id=\"0\" w:author=\"A\">"
                + RawDocx.p("comment of " + name)
                + "</w:comment>")
        .toBytes();
  }
}
