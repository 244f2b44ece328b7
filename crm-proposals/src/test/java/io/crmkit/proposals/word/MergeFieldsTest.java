package io.crmkit.proposals.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.proposals.word.fields.FieldProblem;
import io.crmkit.proposals.word.fields.FieldProblem.Reason;
import io.crmkit.proposals.word.fields.FieldValue;
import io.crmkit.proposals.word.fields.UnfilledFieldsException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Filling of merge fields. */
class MergeFieldsTest {

  private static final Map<String, FieldValue> VALUES = values();

  private static Map<String, FieldValue> values() {
    Map<String, FieldValue> v = new HashMap<>();
    v.put(
        "customer",
        FieldValue.record(
            Map.of(
                "name", FieldValue.text("Müller & Söhne <GmbH>"),
                "address", FieldValue.text("Hafenstr. 1\n20457 Hamburg"),
                "vip", FieldValue.flag(true),
                "fax", FieldValue.absent())));
    v.put("evil", FieldValue.text("{{customer.name}} {{#each lines}}<w:p/>"));
    v.put("today", FieldValue.date(LocalDate.of(2025, 3, 31)));
    v.put("total", FieldValue.money(new BigDecimal("1234.5"), "EUR"));
    v.put("count", FieldValue.number(12345));
    v.put(
        "lines",
        FieldValue.list(
            List.of(line("Pump", "2", true), line("Valve", "7", false), line("Pipe", "1", true))));
    v.put("empty", FieldValue.list(List.of()));
    return v;
  }

  private static FieldValue line(String name, String quantity, boolean urgent) {
    return FieldValue.record(
        Map.of(
            "name", FieldValue.text(name),
            "quantity", FieldValue.number(new BigDecimal(quantity)),
            "urgent", FieldValue.flag(urgent)));
  }

  private static Merging merge(String body) {
    return Merging.of(RawDocx.body(body).toBytes()).fields(VALUES).run();
  }

  private static List<String> fill(String... paragraphs) {
    return Merging.of(RawDocx.paragraphs(paragraphs).toBytes()).fields(VALUES).run().paragraphs();
  }

  @Test
  void a_field_is_replaced_by_its_value_as_text() {
    assertThat(fill("Dear {{customer.name}}, {{ customer.name }}!"))
        .containsExactly("Dear Müller & Söhne <GmbH>, Müller & Söhne <GmbH>!");
  }

  @Test
  void a_field_split_over_runs_takes_the_look_it_begins_in() {
    Merging merged =
        merge(
            "<w:p><w:r><w:t>Dear {</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{cust</w:t></w:r>"
                + "<w:proofErr w:type=\"spellStart\"/><w:r><w:t>omer.</w:t></w:r>"
                + "<w:r><w:rPr><w:i/></w:rPr><w:t>name}} and all</w:t></w:r></w:p>");
    assertThat(merged.paragraphs()).containsExactly("Dear Müller & Söhne <GmbH> and all");
    assertThat(merged.elements("b")).isEmpty();
    assertThat(merged.elements("i")).hasSize(1);
  }

  @Test
  void values_are_never_read_as_fields_or_markup() {
    assertThat(fill("{{evil}}", "{{#if customer.vip}}", "{{evil}}", "{{/if}}"))
        .containsExactly(
            "{{customer.name}} {{#each lines}}<w:p/>", "{{customer.name}} {{#each lines}}<w:p/>");
  }

  @Test
  void a_line_feed_becomes_a_line_break() {
    Merging merged = merge(RawDocx.p("{{customer.address}}"));
    assertThat(merged.elements("br")).hasSize(1);
    assertThat(merged.paragraphs()).containsExactly("Hafenstr. 1 20457 Hamburg");
  }

  @Test
  void values_are_printed_in_the_language() {
    byte[] file = RawDocx.paragraphs("{{today}}|{{total}}|{{count}}|{{customer.vip}}").toBytes();
    assertThat(printed(file, Locale.ENGLISH)).isEqualTo("March 31, 2025|€1,234.50|12,345|yes");
    assertThat(printed(file, Locale.GERMANY)).isEqualTo("31. März 2025|1.234,50\u00a0€|12.345|ja");
    assertThat(printed(file, Locale.SIMPLIFIED_CHINESE)).isEqualTo("2025年3月31日|€1,234.50|12,345|是");
  }

  private static String printed(byte[] file, Locale language) {
    return Merging.of(file).fields(VALUES).language(language).run().paragraphs().get(0);
  }

  @Test
  void paragraphs_are_repeated_for_each_item() {
    assertThat(
            fill(
                "Items:",
                "{{#each lines}}",
                "{{@index}}. {{name}} x {{quantity}} for {{customer.name}}",
                "{{#if urgent}}",
                "urgent!",
                "{{else}}",
                "can wait",
                "{{/if}}",
                "{{/each}}",
                "End"))
        .containsExactly(
            "Items:",
            "1. Pump x 2 for Müller & Söhne <GmbH>",
            "urgent!",
            "2. Valve x 7 for Müller & Söhne <GmbH>",
            "can wait",
            "3. Pipe x 1 for Müller & Söhne <GmbH>",
            "urgent!",
            "End");
  }

  @Test
  void a_condition_inside_of_a_paragraph_keeps_the_rest() {
    assertThat(
            fill(
                "We {{#if customer.vip}}gladly {{else}}do {{/if}}offer"
                    + "{{#each lines}} {{name}}{{#if urgent}}!{{/if}}{{/each}}."))
        .containsExactly("We gladly offer Pump! Valve Pipe!.");
    assertThat(fill("a{{#if customer.fax}}b{{/if}}c{{#unless customer.fax}}d{{/unless}}"))
        .containsExactly("acd");
  }

  @Test
  void rows_are_repeated_by_rows_of_tags() {
    String row = "<w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>";
    Merging merged =
        merge(
            "<w:tbl><w:tblPr/><w:tblGrid/>"
                + row.formatted(RawDocx.p("Name"), RawDocx.p("Quantity"))
                + row.formatted(RawDocx.p("{{#each lines}}"), "<w:p/>")
                + row.formatted(RawDocx.p("{{name}}"), RawDocx.p("{{quantity}}"))
                + row.formatted(RawDocx.p("{{/each}}"), "<w:p/>")
                + "</w:tbl><w:p/>");
    assertThat(merged.elements("tr")).hasSize(4);
    assertThat(merged.paragraphs())
        .containsExactly("Name", "Quantity", "Pump", "2", "Valve", "7", "Pipe", "1");
  }

  @Test
  void a_row_repeats_itself_when_its_first_and_last_cell_say_so() {
    String row = "<w:tr><w:tc>%s</w:tc><w:tc>%s</w:tc></w:tr>";
    String table = "<w:tbl><w:tblPr/><w:tblGrid/>%s</w:tbl><w:p/>";
    Merging merged =
        merge(
            table.formatted(
                row.formatted(
                    RawDocx.p("{{#each lines}}{{name}}"), RawDocx.p("{{quantity}}{{/each}}"))));
    assertThat(merged.paragraphs()).containsExactly("Pump", "2", "Valve", "7", "Pipe", "1");
    Merging none =
        merge(
            table.formatted(
                row.formatted(
                    RawDocx.p("{{#each empty}}{{name}}"), RawDocx.p("{{quantity}}{{/each}}"))));
    assertThat(none.elements("tbl")).isEmpty();
  }

  @Test
  void fields_are_filled_in_headers_notes_and_text_boxes() {
    String box =
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>"
            + RawDocx.p("Box {{count}}")
            + "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:shape id=\"x\">"
            + "<v:textbox><w:txbxContent>"
            + RawDocx.p("Box {{count}}")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
            + "</mc:AlternateContent></w:r></w:p>";
    byte[] file =
        RawDocx.body(
                box
                    + "<w:p><w:r><w:footnoteReference w:id=\"5\"/></w:r></w:p>"
                    + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/></w:sectPr>")
            .part("header1", "hdr", RawDocx.p("Head {{customer.name}}"), "h")
            .part(
                "footnotes",
                "footnotes",
                "<w:footnote w:id=\"5\">" + RawDocx.p("Note {{total}}") + "</w:footnote>")
            .toBytes();
    Merging merged = Merging.of(file).fields(VALUES).run();
    assertThat(merged.paragraphs()).containsExactly("Box 12,345", "Box 12,345");
    assertThat(WordText.paragraphs(merged.bytes(), "word/header1.xml"))
        .containsExactly("Head Müller & Söhne <GmbH>");
    assertThat(WordText.paragraphs(merged.bytes(), "word/footnotes.xml"))
        .containsExactly("Note €1,234.50");
  }

  @Test
  void a_repeated_note_becomes_several_notes() {
    byte[] file =
        RawDocx.body(
                RawDocx.p("{{#each lines}}")
                    + "<w:p><w:bookmarkStart w:id=\"3\" w:name=\"here\"/><w:r><w:t>{{name}}</w:t>"
                    + "</w:r><w:r><w:footnoteReference w:id=\"5\"/></w:r>"
                    + "<w:bookmarkEnd w:id=\"3\"/></w:p>"
                    + RawDocx.p("{{/each}}"))
            .part(
                "footnotes",
                "footnotes",
                "<w:footnote w:id=\"5\">" + RawDocx.p("Note") + "</w:footnote>")
            .toBytes();
    Merging merged = Merging.of(file).fields(VALUES).run();
    assertThat(WordText.paragraphs(merged.bytes(), "word/footnotes.xml"))
        .containsExactly("Note", "Note", "Note");
  }

  @Test
  void all_fields_that_cannot_be_filled_are_named_at_once() {
    byte[] one = RawDocx.paragraphs("fine", "{{no.such}} {{customer.nme}}").toBytes();
    byte[] two = RawDocx.paragraphs("{{#each total}}", "x", "{{/each}}", "{{#if a}}").toBytes();
    UnfilledFieldsException refusal =
        catchThrowableOfType(
            UnfilledFieldsException.class, () -> Merging.of(one, two).fields(VALUES).run());
    assertThat(refusal.problems())
        .containsExactly(
            new FieldProblem("part 1", "body, paragraph 2", "no.such", Reason.UNKNOWN),
            new FieldProblem("part 1", "body, paragraph 2", "customer.nme", Reason.UNKNOWN),
            new FieldProblem("part 2", "body, paragraph 1", "#each total", Reason.NOT_A_LIST),
            new FieldProblem("part 2", "body, paragraph 4", "#if a", Reason.UNBALANCED));
  }

  @Test
  void unknown_fields_can_be_left_visible() {
    Merging merged = Merging.of(RawDocx.paragraphs("Hello {{no.such}}!").toBytes()).marking().run();
    assertThat(merged.paragraphs()).containsExactly("Hello {{no.such}}!");
    assertThat(merged.values("highlight")).containsExactly("yellow");
    assertThat(merged.result().fieldProblems()).hasSize(1);
  }

  @Test
  void braces_that_are_no_field_stay() {
    assertThat(fill("a {{}} b {{1+1}} c {x} {{{customer.name}}} d"))
        .containsExactly("a {{}} b {{1+1}} c {x} {Müller & Söhne <GmbH>} d");
  }

  @Test
  void fields_work_in_every_kind_of_text_but_not_in_generated_documents() {
    Merging merged =
        new Merging()
            .add(
                MergePart.of("a", PartContent.markdown("**{{customer.name}}**"))
                    .titled(1, "For {{customer.name}}"))
            .add(PartContent.html("<p>{{count}}</p>"))
            .add(PartContent.text("{{count}}"))
            .add(
                PartContent.generated(
                    io.crmkit.api.document.content.DocumentContent.titled("Q")
                        .add(io.crmkit.api.document.content.Paragraph.of("{{count}}"))
                        .build()))
            .fields(VALUES)
            .run();
    assertThat(merged.paragraphs())
        .containsExactly(
            "For Müller & Söhne <GmbH>", "Müller & Söhne <GmbH>", "12,345", "12,345", "{{count}}");
  }
}
