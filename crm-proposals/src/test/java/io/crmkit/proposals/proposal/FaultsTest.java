package io.crmkit.proposals.proposal;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHeading;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FaultsTest {

  @Test
  void all_faults_are_told_at_once() {
    NodeContent table = new NodeContent.Table(List.of(List.of("a", "b"), List.of("c")), 3);

    assertInvalid(
        () ->
            new Faults()
                .heading(NodeHeading.shown(" "))
                .content(table)
                .language(Locale.ROOT)
                .orThrow(),
        "heading.title",
        "content.headerRows",
        "content.rows[1]",
        "language");
  }

  @Test
  void text_that_no_word_file_can_hold_is_refused() {
    assertInvalid(
        () -> new Faults().content(new NodeContent.Markdown("bell \u0007")).orThrow(),
        "content.text");
    assertInvalid(
        () -> new Faults().content(new NodeContent.PlainText("half \ud800")).orThrow(),
        "content.text");
  }

  @Test
  void text_beyond_the_basic_plane_is_welcome() {
    assertThatCode(
            () ->
                new Faults()
                    .content(new NodeContent.PlainText("𠮷野家 \n\t 😀"))
                    .heading(NodeHeading.shown("提议"))
                    .language(Locale.forLanguageTag("zh-CN"))
                    .orThrow())
        .doesNotThrowAnyException();
  }
}
