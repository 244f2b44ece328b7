package io.crmkit.proposals.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.document.content.BulletList;
import io.crmkit.api.document.content.NumberedList;
import io.crmkit.api.document.content.Table;
import io.crmkit.proposals.word.sample.DocxBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever is merged in whatever order, the result is sound and complete. */
class AnyMergeTest {

  private static final List<PartContent> CONTENTS = contents();

  private static List<PartContent> contents() {
    List<PartContent> all = new ArrayList<>();
    RealFiles.all().forEach(f -> all.add(PartContent.word(RealFiles.read(f))));
    all.add(PartContent.word(sample(Locale.ENGLISH).toBytes()));
    all.add(PartContent.word(sample(Locale.CHINA).toBytes()));
    all.add(
        PartContent.word(DocxBuilder.in(Locale.GERMAN).landscape().heading(1, "Quer").toBytes()));
    all.add(PartContent.markdown("# M\n\n- a\n  1. b\n\n| x |\n|---|\n| y |"));
    all.add(PartContent.html("<h1>H</h1><p>p<table><tr><td>1"));
    all.add(PartContent.text("t"));
    all.add(PartContent.picture(ConversionTest.picture("png", 20, 10), "caption"));
    return all;
  }

  private static DocxBuilder sample(Locale language) {
    return DocxBuilder.in(language)
        .numberedHeadings()
        .cover("Cover", "line")
        .contents("Contents")
        .header("header")
        .footer("Page", "")
        .heading(1, "One")
        .add(BulletList.of("a", "b"))
        .add(NumberedList.of("c", "d"))
        .heading(2, "Two")
        .add(Table.of(Table.Column.of("h", 1)).row("r").build());
  }

  @Provide
  Arbitrary<List<MergePart>> parts() {
    Arbitrary<PartLayout> layout =
        Combinators.combine(
                Arbitraries.of(PageSetup.values()),
                Arbitraries.of(Look.values()),
                Arbitraries.of(PartStart.values()),
                Arbitraries.of(HeadingLevels.values()))
            .as(PartLayout::new);
    Arbitrary<String> title = Arbitraries.of("", "A title");
    return Combinators.combine(
            Arbitraries.of(CONTENTS), layout, title, Arbitraries.integers().between(1, 4))
        .as(
            (content, l, t, level) ->
                new MergePart(
                    String.valueOf(CONTENTS.indexOf(content)),
                    t.isEmpty() ? null : t,
                    level,
                    content,
                    l))
        .list()
        .ofMinSize(1)
        .ofMaxSize(7);
  }

  @Property(tries = 80)
  void any_parts_in_any_order_make_a_sound_document(@ForAll("parts") List<MergePart> parts) {
    Merging merging = new Merging().marking();
    parts.forEach(merging::add);
    merging.run();
    List<String> expected = new ArrayList<>();
    for (MergePart part : parts) {
      if (part.title() != null) {
        expected.add(part.title());
      }
      if (part.content() instanceof PartContent.WordFile word) {
        expected.addAll(WordText.paragraphs(word.bytes()));
      }
    }
    if (!expected.isEmpty()) {
      assertThat(merging.paragraphs()).containsSubsequence(expected);
    }
  }

  @Property(tries = 20)
  void the_same_request_gives_the_same_bytes(@ForAll("parts") List<MergePart> parts) {
    MergeRequest request =
        MergeRequest.of(Merging.PROPERTIES).addAll(parts).unfilled(UnfilledFields.MARK).build();
    assertThat(new WordMerger().mergeToBytes(request))
        .isEqualTo(new WordMerger().mergeToBytes(request));
  }

  @Test
  void a_merged_document_can_be_merged_again() {
    Merging once =
        Merging.of(sample(Locale.ENGLISH).toBytes(), sample(Locale.CHINA).toBytes()).run();
    Merging twice = Merging.of(once.bytes(), once.bytes()).run();
    assertThat(twice.paragraphs())
        .containsSubsequence(once.paragraphs())
        .hasSize(2 * once.paragraphs().size());
  }

  @Test
  void many_threads_may_use_one_merger_and_one_request() throws Exception {
    WordMerger merger = new WordMerger();
    MergeRequest.Builder builder =
        MergeRequest.of(Merging.PROPERTIES).unfilled(UnfilledFields.MARK);
    CONTENTS.forEach(c -> builder.add(MergePart.of("p", c)));
    MergeRequest request = builder.build();
    byte[] expected = merger.mergeToBytes(request);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<byte[]> merge = () -> merger.mergeToBytes(request);
      for (var done : threads.invokeAll(java.util.Collections.nCopies(8, merge))) {
        assertThat(done.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
