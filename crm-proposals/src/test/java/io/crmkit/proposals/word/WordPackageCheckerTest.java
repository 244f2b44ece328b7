package io.crmkit.proposals.word;

import static io.crmkit.proposals.word.RawDocx.p;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker finds what makes Word call a file damaged; else its silence would mean nothing. */
class WordPackageCheckerTest {

  private static final String END = "<w:sectPr/>";

  @Test
  void aSoundFileHasNoProblems() {
    assertThat(WordPackageChecker.check(RawDocx.body(p("Text") + END).toBytes())).isEmpty();
  }

  static Stream<Arguments> damage() {
    return Stream.of(
        Arguments.of("not well-formed", RawDocx.body("<w:p>" + END)),
        Arguments.of("no main document", RawDocx.body(END).without("word/document.xml")),
        Arguments.of("no content types", RawDocx.body(END).without("[Content_Types].xml")),
        Arguments.of("no content type: word/x.bin", RawDocx.body(END).put("word/x.bin", "x")),
        Arguments.of("part that nothing refers to", RawDocx.body(END).put("word/x.xml", "<x/>")),
        Arguments.of("missing target", RawDocx.body(END).relate("rId9", "image", "no.png", false)),
        Arguments.of(
            "something external is fetched",
            RawDocx.body(END).relate("rId9", "image", "https://example.com/x.png", true)),
        Arguments.of("the body must end with its one sectPr", RawDocx.body(END + p("Text"))),
        Arguments.of("a table without rows", RawDocx.body("<w:tbl/>" + END)),
        Arguments.of(
            "a cell must end with a paragraph",
            RawDocx.body("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>" + END)),
        Arguments.of("paragraph in paragraph", RawDocx.body("<w:p>" + p("x") + "</w:p>" + END)),
        Arguments.of(
            "order in w:pPr", RawDocx.body("<w:p><w:pPr><w:jc/><w:keepNext/></w:pPr></w:p>" + END)),
        Arguments.of(
            "unknown paragraph style Gone", RawDocx.body(RawDocx.styled("Gone", "x") + END)),
        Arguments.of(
            "style id twice",
            RawDocx.body(END)
                .part("styles", "styles", style("One", "One") + style("One", "Another"))),
        Arguments.of(
            "style name twice",
            RawDocx.body(END)
                .part("styles", "styles", style("One", "Same") + style("Two", "same"))),
        Arguments.of(
            "unknown numId 7",
            RawDocx.body(
                "<w:p><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:p>" + END)),
        Arguments.of(
            "num of an unknown abstractNum",
            RawDocx.body(END)
                .part(
                    "numbering",
                    "numbering",
                    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>")),
        Arguments.of(
            "unknown relationship rId8", RawDocx.body("<w:p><w:r r:id=\"rId8\"/></w:p>" + END)),
        Arguments.of(
            "unknown footnote 3",
            RawDocx.body("<w:p><w:r><w:footnoteReference w:id=\"3\"/></w:r></w:p>" + END)),
        Arguments.of(
            "bookmark without its other end",
            RawDocx.body("<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>" + END)),
        Arguments.of("bookmark name twice", RawDocx.body(bookmark(1) + bookmark(2) + END)),
        Arguments.of(
            "shape id twice",
            RawDocx.body("<w:p><v:shape id=\"s\"/><v:shape id=\"s\"/></w:p>" + END)),
        Arguments.of("prefix not declared: w15", RawDocx.body("<w:p mc:Ignorable=\"w15\"/>" + END)),
        Arguments.of(
            "fields do not close",
            RawDocx.body("<w:p><w:fldChar w:fldCharType=\"begin\"/></w:p>" + END)),
        Arguments.of(
            "link to nowhere", RawDocx.body("<w:p><w:hyperlink w:anchor=\"_Toc1\"/></w:p>" + END)));
  }

  @ParameterizedTest
  @MethodSource("damage")
  void damageIsFound(String problem, RawDocx file) {
    assertThat(WordPackageChecker.check(file.toBytes())).anyMatch(p -> p.startsWith(problem));
  }

  private static String style(String id, String name) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/></w:style>"
        .formatted(id, name);
  }

  private static String bookmark(int id) {
    return "<w:bookmarkStart w:id=\"%1$d\" w:name=\"same\"/><w:bookmarkEnd w:id=\"%1$d\"/>"
        .formatted(id);
  }
}
