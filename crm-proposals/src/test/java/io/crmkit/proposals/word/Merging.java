package io.crmkit.proposals.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.proposals.word.fields.FieldResolver;
import io.crmkit.proposals.word.fields.FieldValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Merges for tests; every result is checked for soundness. */
final class Merging {

  static final DocumentProperties PROPERTIES =
      new DocumentProperties("Merged", "Tester", Instant.parse("2025-01-01T00:00:00Z"));

  private final MergeRequest.Builder request = MergeRequest.of(PROPERTIES);
  private int n;
  private byte[] bytes = {};
  private MergeResult result;

  static Merging of(byte[]... words) {
    Merging merging = new Merging();
    for (byte[] word : words) {
      merging.word(word, PartLayout.DEFAULT);
    }
    return merging;
  }

  Merging word(byte[] word, PartLayout layout) {
    return add(MergePart.of("part " + ++n, PartContent.word(word)).with(layout));
  }

  Merging add(PartContent content) {
    return add(MergePart.of("part " + ++n, content));
  }

  Merging add(MergePart part) {
    request.add(part);
    return this;
  }

  Merging fields(Map<String, FieldValue> values) {
    request.fields(FieldResolver.of(values));
    return this;
  }

  Merging language(Locale language) {
    request.language(language);
    return this;
  }

  Merging marking() {
    request.unfilled(UnfilledFields.MARK);
    return this;
  }

  Merging run() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      result = new WordMerger().merge(request.build(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes = out.toByteArray();
    assertThat(WordPackageChecker.check(bytes)).isEmpty();
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  MergeResult result() {
    return result;
  }

  List<String> paragraphs() {
    return WordText.paragraphs(bytes);
  }

  Document document() {
    return WordPackageChecker.tree(bytes, "word/document.xml");
  }

  /** All elements of that name in the main document. */
  List<Element> elements(String local) {
    return elements("word/document.xml", local);
  }

  List<Element> elements(String part, String local) {
    List<Element> found = new ArrayList<>();
    WordDom.walk(
        WordPackageChecker.tree(bytes, part).getDocumentElement(),
        e -> {
          if (WordDom.isW(e, local)) {
            found.add(e);
          }
        });
    return found;
  }

  /** The w:val of all elements of that name in the main document. */
  List<String> values(String local) {
    return elements(local).stream().map(e -> WordDom.w(e, "val")).toList();
  }

  boolean has(String entry) {
    return WordPackageChecker.entries(bytes).containsKey(entry);
  }

  long count(String prefix) {
    return WordPackageChecker.entries(bytes).keySet().stream()
        .filter(e -> e.startsWith(prefix))
        .count();
  }
}
