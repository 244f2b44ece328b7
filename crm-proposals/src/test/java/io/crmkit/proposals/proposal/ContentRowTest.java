package io.crmkit.proposals.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.document.DocumentId;
import io.crmkit.api.proposal.ContentEditionId;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.value.EntityRef;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ContentRowTest {

  @Provide
  Arbitrary<NodeContent> contents() {
    Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(20);
    Arbitrary<DocumentId> files = Arbitraries.longs().map(l -> new DocumentId(new UUID(l, l)));
    return Arbitraries.oneOf(
        Arbitraries.just(new NodeContent.Nothing()),
        Combinators.combine(files, Arbitraries.of(NodeContent.WordFile.Keeps.class))
            .as(NodeContent.WordFile::new),
        Combinators.combine(files, texts).as(NodeContent.Picture::new),
        texts.map(NodeContent.PlainText::new),
        texts.map(NodeContent.Markdown::new),
        texts.map(NodeContent.Html::new),
        Combinators.combine(texts.list().ofSize(2).list().ofMaxSize(3), Arbitraries.of(0, 1))
            .as(NodeContent.Table::new),
        files.map(id -> new NodeContent.CrmDocument(EntityRef.of("sales.quote", id))));
  }

  @Property
  void every_content_survives_its_row(@ForAll("contents") NodeContent content) {
    ContentRow row =
        new ContentRow(
            new ContentEditionId(new UUID(1, 1)),
            1,
            Sample.PROPOSAL_ID,
            Sample.id(1),
            1,
            ContentRow.Fields.of(content),
            ContentRow.Cells.of(content),
            new ContentRow.Written("anna", Sample.NOW));

    assertThat(row.toContent()).isEqualTo(content);
  }

  @Property
  void two_contents_have_equal_rows_only_if_they_are_equal(
      @ForAll("contents") NodeContent one, @ForAll("contents") NodeContent two) {
    assertThat(ContentWriter.Input.of(one).equals(ContentWriter.Input.of(two)))
        .isEqualTo(one.equals(two));
  }
}
