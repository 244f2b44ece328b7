package io.crmkit.proposals.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** How styles of several documents meet. */
class StylesTest {

  private static final String NORMAL =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"%s\"><w:name w:val=\"Normal\"/>"
          + "</w:style>";
  private static final String HEADING =
      "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"heading 1\"/>"
          + "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"
          + "<w:rPr><w:color w:val=\"%s\"/></w:rPr></w:style>";
  private static final String CUSTOM =
      "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Box\">"
          + "<w:name w:val=\"Box\"/><w:rPr><w:color w:val=\"%s\"/></w:rPr></w:style>";

  private static byte[] file(String body, String... styles) {
    return RawDocx.body(body).part("styles", "styles", String.join("", styles)).toBytes();
  }

  private static final byte[] MASTER =
      file(
          RawDocx.styled("Heading1", "Master") + RawDocx.styled("Box", "Box"),
          NORMAL.formatted("Normal"),
          HEADING.formatted("Heading1", "FF0000"),
          CUSTOM.formatted("111111"));
  private static final byte[] GERMAN =
      file(
          RawDocx.styled("berschrift1", "Deutsch"),
          NORMAL.formatted("Standard"),
          HEADING.formatted("berschrift1", "00FF00"));

  @Test
  void built_in_styles_meet_by_name_whatever_their_id() {
    Merging merged = Merging.of(MASTER, GERMAN).run();
    assertThat(merged.values("pStyle")).containsExactly("Heading1", "Box", "Heading1");
    assertThat(colours(merged)).containsExactly("FF0000", "111111");
  }

  @Test
  void the_own_look_comes_along_under_a_new_name_when_asked() {
    Merging merged = Merging.of(MASTER).word(GERMAN, PartLayout.DEFAULT.with(Look.OWN)).run();
    assertThat(merged.values("pStyle")).containsExactly("Heading1", "Box", "berschrift1");
    assertThat(colours(merged)).contains("FF0000", "00FF00");
    assertThat(names(merged)).contains("heading 1", "heading 1 (2)");
    assertThat(merged.result().outline()).extracting(e -> e.text()).contains("Master", "Deutsch");
  }

  @Test
  void a_custom_style_with_the_same_definition_is_shared() {
    byte[] other = file(RawDocx.styled("Box", "x"), CUSTOM.formatted("111111"));
    Merging merged = Merging.of(MASTER, other).run();
    assertThat(merged.values("pStyle")).containsExactly("Heading1", "Box", "Box");
  }

  @Test
  void a_custom_style_with_another_definition_is_kept_apart() {
    byte[] other = file(RawDocx.styled("Box", "x"), CUSTOM.formatted("222222"));
    Merging merged = Merging.of(MASTER, other).run();
    assertThat(merged.values("pStyle")).containsExactly("Heading1", "Box", "Box_1");
    assertThat(colours(merged)).contains("111111", "222222");
    assertThat(names(merged)).contains("Box", "Box (2)");
  }

  @Test
  void only_styles_that_are_used_come_along_with_what_they_build_on() {
    byte[] other =
        file(
            RawDocx.styled("Child", "x"),
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Parent\">"
                + "<w:name w:val=\"Parent\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Child\">"
                + "<w:name w:val=\"Child\"/><w:basedOn w:val=\"Parent\"/>"
                + "<w:next w:val=\"Child\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Unused\">"
                + "<w:name w:val=\"Unused\"/></w:style>");
    assertThat(names(Merging.of(MASTER, other).run()))
        .contains("Parent", "Child")
        .doesNotContain("Unused");
  }

  @Test
  void headings_move_below_the_heading_of_their_part() {
    Merging merged =
        Merging.of(MASTER)
            .add(MergePart.of("a", PartContent.word(GERMAN)).titled(2, "Chapter"))
            .add(MergePart.of("b", PartContent.markdown("# One\n\n## Two")).titled(1, "Notes"))
            .run();
    assertThat(merged.result().outline().stream().map(e -> e.level() + e.text()))
        .containsExactly("1Master", "2Chapter", "3Deutsch", "1Notes", "2One", "3Two");
  }

  @Test
  void defaults_of_a_document_that_keeps_its_look_are_written_into_its_styles() {
    String defaults =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"40\"/></w:rPr></w:rPrDefault>"
            + "</w:docDefaults>";
    byte[] other = file(RawDocx.p("big"), defaults, NORMAL.formatted("Normal"));
    Merging merged = Merging.of(MASTER).word(other, PartLayout.DEFAULT.with(Look.OWN)).run();
    assertThat(merged.values("pStyle")).containsExactly("Heading1", "Box", "Normal_1");
    assertThat(merged.elements("word/styles.xml", "sz")).hasSize(1);
  }

  @Test
  void a_character_style_reference_to_a_paragraph_style_is_mended() {
    byte[] other =
        file(
            "<w:p><w:pPr><w:rStyle w:val=\"Normal\"/></w:pPr><w:r><w:rPr>"
                + "<w:rStyle w:val=\"Normal\"/></w:rPr><w:t>x</w:t></w:r></w:p>",
            NORMAL.formatted("Normal"));
    assertThat(Merging.of(MASTER, other).run().values("rStyle")).isEmpty();
  }

  private static List<String> colours(Merging merged) {
    return merged.elements("word/styles.xml", "color").stream()
        .map(e -> WordDom.w(e, "val"))
        .collect(Collectors.toList());
  }

  private static List<String> names(Merging merged) {
    return merged.elements("word/styles.xml", "style").stream()
        .map((Element e) -> WordDom.w(WordDom.first(e, "name"), "val"))
        .collect(Collectors.toList());
  }
}
