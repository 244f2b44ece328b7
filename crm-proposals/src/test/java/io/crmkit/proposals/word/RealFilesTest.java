package io.crmkit.proposals.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Merges of files that real programs wrote. */
class RealFilesTest {

  private static final DocumentProperties PROPERTIES =
      new DocumentProperties("Merged", "Tester", Instant.parse("2025-01-01T00:00:00Z"));
  private final WordMerger merger = new WordMerger();

  @BeforeAll
  static void filesArePresent() {
    RealFiles.assumePresent();
  }

  static List<Path> files() {
    return RealFiles.all();
  }

  static Stream<PartLayout> layouts() {
    return Stream.of(
        PartLayout.DEFAULT,
        PartLayout.DEFAULT.with(PageSetup.OWN),
        PartLayout.DEFAULT.with(Look.OWN),
        PartLayout.DEFAULT.with(PageSetup.OWN).with(Look.OWN).with(PartStart.NEW_PAGE));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_merged_alone_stays_sound_and_keeps_its_text(Path file) {
    byte[] source = RealFiles.read(file);
    byte[] merged = merger.mergeToBytes(request(PartLayout.DEFAULT, List.of(file)));
    assertThat(WordPackageChecker.check(merged)).isEmpty();
    assertThat(WordText.paragraphs(merged)).containsSubsequence(WordText.paragraphs(source));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_follows_a_master_with_contents(Path file) {
    Path toc = file.resolveSibling("toc.docx");
    byte[] source = RealFiles.read(file);
    for (PartLayout layout : layouts().toList()) {
      byte[] merged = merger.mergeToBytes(request(layout, List.of(toc, file)));
      assertThat(WordPackageChecker.check(merged)).as(layout.toString()).isEmpty();
      List<String> expected = new ArrayList<>(WordText.paragraphs(RealFiles.read(toc)));
      expected.addAll(WordText.paragraphs(source));
      assertThat(WordText.paragraphs(merged)).containsSubsequence(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void all_files_become_one(PartLayout layout) {
    byte[] merged = merger.mergeToBytes(request(layout, files()));
    assertThat(WordPackageChecker.check(merged)).isEmpty();
    List<String> expected = new ArrayList<>();
    files().forEach(f -> expected.addAll(WordText.paragraphs(RealFiles.read(f))));
    assertThat(WordText.paragraphs(merged)).containsSubsequence(expected);
  }

  @Test
  void a_diagram_merged_twice_has_two_drawings() {
    byte[] diagram = RealFiles.read("smart_art.docx");
    byte[] spec = RealFiles.read("DB007-Spec.docx");
    Merging merged = Merging.of(spec, diagram, diagram).run();
    assertThat(merged.count("word/diagrams/drawing")).isEqualTo(2);
  }

  @Test
  void a_picture_in_two_files_is_stored_once_but_embedded_files_are_not_shared() {
    byte[] pictures = RealFiles.read("images.docx");
    byte[] visio = RealFiles.read("embedded_visio.docx");
    byte[] chart = RealFiles.read("embedded_excel_chart.docx");
    Merging merged = Merging.of(pictures, pictures, visio, visio, chart, chart).run();
    assertThat(merged.count("word/media/")).isEqualTo(3);
    assertThat(merged.count("word/embeddings/")).isEqualTo(4);
    assertThat(merged.count("word/charts/chart")).isEqualTo(2);
  }

  @Test
  void the_same_files_give_the_same_bytes() {
    byte[] first = merger.mergeToBytes(request(PartLayout.DEFAULT, files()));
    byte[] second = merger.mergeToBytes(request(PartLayout.DEFAULT, files()));
    assertThat(second).isEqualTo(first);
  }

  static MergeRequest request(PartLayout layout, List<Path> files) {
    MergeRequest.Builder request = MergeRequest.of(PROPERTIES);
    for (Path file : files) {
      request.add(
          MergePart.of(String.valueOf(file.getFileName()), PartContent.word(RealFiles.read(file)))
              .with(layout));
    }
    return request.unfilled(UnfilledFields.MARK).build();
  }
}
