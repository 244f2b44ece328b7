package io.crmkit.proposals.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.document.content.DocumentContent;
import io.crmkit.api.document.content.Heading;
import io.crmkit.api.document.content.KeyValues;
import io.crmkit.api.document.content.PageBreak;
import io.crmkit.api.document.content.Picture;
import io.crmkit.api.document.content.Run;
import io.crmkit.api.document.content.Table;
import io.crmkit.proposals.word.check.WordFormatException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Markdown, HTML, text, tables, pictures and generated documents. */
class ConversionTest {

  static byte[] picture(String format, int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Merging of(PartContent content) {
    return new Merging().add(content).run();
  }

  @Test
  void markdown_becomes_headings_lists_tables_and_emphasis() {
    Merging merged =
        of(
            PartContent.markdown(
                """
                # Title *x*

                Some **bold**, *italic*, `code` and a [link](https://example.com/a?b=c).

                1. one
                2. two
                   - nested

                     more of nested

                > quoted

                ```
                a  b
                 c
                ```

                | A | B |
                |---|--:|
                | 1 | 2 |
                """));
    assertThat(merged.paragraphs())
        .containsExactly(
            "Title x",
            "Some bold, italic, code and a link.",
            "one",
            "two",
            "nested",
            "more of nested",
            "quoted",
            "a  b  c",
            "A",
            "B",
            "1",
            "2");
    assertThat(merged.values("pStyle"))
        .containsExactly(
            "Heading1",
            "ListParagraph",
            "ListParagraph",
            "ListParagraph",
            "Quote",
            "HTMLPreformatted");
    assertThat(merged.values("ilvl")).containsExactly("0", "0", "1");
    assertThat(merged.elements("hyperlink")).hasSize(1);
    assertThat(merged.values("jc")).containsExactly("right", "right");
    assertThat(merged.elements("tblHeader")).hasSize(1);
  }

  @Test
  void two_numbered_lists_count_separately() {
    Merging merged = of(PartContent.markdown("1. a\n\ntext\n\n1. b\n\ntext\n\n5. c"));
    List<String> numbers = merged.values("numId");
    assertThat(numbers).hasSize(3).doesNotHaveDuplicates();
    assertThat(
            merged.elements("word/numbering.xml", "start").stream().map(e -> WordDom.w(e, "val")))
        .contains("5");
  }

  @Test
  void html_gives_its_content_and_nothing_that_acts() {
    String data = Base64.getEncoder().encodeToString(picture("png", 4, 4));
    Merging merged =
        of(
            PartContent.html(
                "<style>p{}</style><h2>Head</h2><p onclick=\"x()\">Some <b>bold <i>both</i></b><br>"
                    + "line &lt;b&gt; <a href=\"javascript:alert(1)\">bad</a>"
                    + " <a href=\"https://example.com\">good</a></p>"
                    + "<script>alert(1)</script><iframe src=\"https://evil.example\"></iframe>"
                    + "<ul><li>a<ol start=3><li>b</li></ol></li></ul>"
                    + "<table><thead><tr><th>A<th>B</thead><tr><td colspan=2>wide</table>"
                    + "<img src=\"https://evil.example/track.png\" alt=\"logo\">"
                    + "<img alt=\"dot\" src=\"data:image/png;base64,"
                    + data
                    + "\"><pre>x\n  y</pre><div>loose<p>tail"));
    assertThat(merged.paragraphs())
        .containsExactly(
            "Head",
            "Some bold both line <b> bad good",
            "a",
            "b",
            "A",
            "B",
            "wide",
            "logo",
            "x   y",
            "loose",
            "tail");
    assertThat(merged.elements("drawing")).hasSize(1);
    assertThat(merged.values("gridSpan")).containsExactly("2");
    assertThat(merged.elements("hyperlink")).hasSize(1);
    assertThat(merged.result().notices())
        .extracting(n -> n.detail())
        .contains("<script>", "<iframe>", "javascript:alert(1)")
        .anyMatch(d -> d.contains("track.png"));
  }

  @Test
  void strange_html_does_not_hurt() {
    for (String html :
        new String[] {
          "",
          "<",
          "<table></table>",
          "<table><tr></tr></table>",
          "<ul></ul>",
          "<li>x",
          "<div>".repeat(3000) + "deep",
          "<table><tr><td><table><tr><td>in</table></table>",
          "\u0000\u0001\uFFFF<p>\uD800x",
          "<img>",
          "<a href=>x</a>",
          "<td colspan=99999999999>x"
        }) {
      of(PartContent.html(html));
    }
  }

  @Test
  void plain_text_keeps_its_lines() {
    Merging merged = of(PartContent.text("one\r\ntwo\n\n\n  three\t3\u0000\u001b\n"));
    assertThat(merged.paragraphs()).containsExactly("one two", "three 3");
    assertThat(merged.elements("br")).hasSize(1);
  }

  @Test
  void pictures_are_recognised_by_content_and_fitted_to_the_page() {
    for (String format : new String[] {"png", "jpeg", "gif"}) {
      Merging merged = of(PartContent.picture(picture(format, 3000, 1500), "A caption"));
      assertThat(merged.has("word/media/image1." + format)).as(format).isTrue();
      assertThat(merged.paragraphs()).containsExactly("A caption");
      Element extent = extent(merged);
      long cx = Long.parseLong(extent.getAttribute("cx"));
      long cy = Long.parseLong(extent.getAttribute("cy"));
      assertThat(cx).isBetween(5_700_000L, 5_800_000L);
      assertThat(cx).isBetween(2 * cy - 2, 2 * cy + 2);
    }
    Element small = extent(of(PartContent.picture(picture("png", 96, 48), "")));
    assertThat(small.getAttribute("cx")).isEqualTo("914400");
  }

  private static Element extent(Merging merged) {
    return (Element)
        merged
            .document()
            .getElementsByTagNameNS(
                "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "extent")
            .item(0);
  }

  @Test
  void a_picture_used_twice_is_stored_once() {
    byte[] png = picture("png", 10, 10);
    Merging merged =
        new Merging()
            .add(PartContent.picture(png, ""))
            .add(PartContent.picture(png, ""))
            .add(PartContent.picture(picture("png", 11, 10), ""))
            .run();
    assertThat(merged.count("word/media/")).isEqualTo(2);
  }

  @Test
  void what_is_no_picture_is_refused() {
    for (byte[] bad :
        new byte[][] {
          {},
          {1, 2, 3},
          "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
          java.util.Arrays.copyOf(picture("jpeg", 9, 9), 12)
        }) {
      WordFormatException refusal =
          catchThrowableOfType(WordFormatException.class, () -> of(PartContent.picture(bad, "")));
      assertThat(refusal.code()).isEqualTo("word.picture");
    }
  }

  @Test
  void a_generated_document_is_printed_with_totals() {
    DocumentContent quote =
        DocumentContent.titled("Quote")
            .add(KeyValues.of("Customer", "Nordwind\nHamburg").and("Number", "Q-1"))
            .add(Heading.of(1, "Items"))
            .add(
                Table.of(Table.Column.of("Item", 3), Table.Column.amount("Amount", 1))
                    .row("Pump", "10.00")
                    .add(
                        new Table.Row(
                            Table.RowKind.TOTAL,
                            List.of(
                                new Table.Cell(List.of(Run.of("Total")), 1),
                                new Table.Cell(List.of(Run.of("10.00")), 1))))
                    .build())
            .add(new PageBreak())
            .add(new Picture(picture("png", 5, 5), "what it shows", ""))
            .build();
    Merging merged = of(PartContent.generated(quote));
    assertThat(merged.paragraphs())
        .containsExactly(
            "Customer",
            "Nordwind Hamburg",
            "Number",
            "Q-1",
            "Items",
            "Item",
            "Amount",
            "Pump",
            "10.00",
            "Total",
            "10.00");
    assertThat(
            merged.elements("gridCol").stream()
                .skip(2)
                .mapToInt(e -> Integer.parseInt(WordDom.w(e, "w")))
                .sum())
        .isEqualTo(9072);
  }
}
