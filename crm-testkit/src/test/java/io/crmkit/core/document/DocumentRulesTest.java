package io.crmkit.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.document.NewDocument;
import io.crmkit.api.error.InvalidInput.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a/b",
        "a\\b",
        "..",
        ".",
        "C:evil",
        "what?",
        "star*",
        "a\u0000b",
        "line\nbreak",
        "photo\u202egpj.exe",
        "zero\ufeffwidth",
        "half\ud800",
        " padded",
        "padded ",
        "dot.",
        "CON",
        "nul.txt",
        "COM1.log",
        "<b>"
      })
  void a_hostile_name_is_refused(String name) {
    assertThat(DocumentRules.faults(new NewDocument(name, "application/octet-stream")))
        .extracting(Fault::path)
        .contains("name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Offer 2026-03.pdf",
        "报价单.docx",
        "Übersicht (final) v1.5.xlsx",
        ".profile",
        "no extension",
        "console.txt",
        "می\u200cخواهم.txt",
        "😀.png"
      })
  void an_honest_name_is_taken(String name) {
    assertThat(DocumentRules.faults(new NewDocument(name, "application/octet-stream"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "text/",
        "/plain",
        "text/plain\r\nX-Evil: 1",
        "text/plain;",
        "te xt/plain",
        "text/plain/more"
      })
  void a_media_type_that_is_none_is_refused(String mediaType) {
    assertThat(DocumentRules.faults(new NewDocument("file", mediaType)))
        .extracting(Fault::path)
        .containsExactly("mediaType");
  }

  @ParameterizedTest
  @CsvSource({
    "offer.docx,image/png",
    "logo.png,application/pdf",
    "setup.exe,image/png",
    "run.JS,application/pdf"
  })
  void a_media_type_that_contradicts_the_name_is_refused(String name, String mediaType) {
    assertThat(DocumentRules.faults(new NewDocument(name, mediaType)))
        .extracting(Fault::path)
        .containsExactly("mediaType");
  }

  @ParameterizedTest
  @CsvSource({
    "LOGO.PNG,IMAGE/PNG",
    "notes.md,text/plain",
    "page.html,text/html; charset=utf-8",
    "drawing.dwg,image/vnd.dwg",
    "report.final,application/pdf",
    "offer.docx,application/octet-stream"
  })
  void a_media_type_that_fits_is_taken(String name, String mediaType) {
    assertThat(DocumentRules.faults(new NewDocument(name, mediaType))).isEmpty();
  }
}
