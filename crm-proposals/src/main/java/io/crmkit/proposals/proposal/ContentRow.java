package io.crmkit.proposals.proposal;

import io.crmkit.api.document.DocumentId;
import io.crmkit.api.proposal.ContentEdition;
import io.crmkit.api.proposal.ContentEditionId;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a node's content as it is stored: the kinds of content flattened into one row.
 *
 * @param id the edition
 * @param version always 1
 * @param proposalId whose node it is
 * @param nodeId whose content it is
 * @param edition 1 for the first one
 * @param content the kind and its values
 * @param cells of a table; null for any other kind
 * @param written by whom and when
 */
public record ContentRow(
    ContentEditionId id,
    long version,
    ProposalId proposalId,
    ProposalNodeId nodeId,
    int edition,
    Fields content,
    @Nullable Cells cells,
    Written written) {

  /** The kinds of content. */
  public enum Kind {
    NOTHING,
    WORD_FILE,
    PICTURE,
    PLAIN_TEXT,
    MARKDOWN,
    HTML,
    TABLE,
    CRM_DOCUMENT
  }

  /**
   * Everything but a table's cells.
   *
   * @param kind the kind
   * @param documentId the file of a Word file or picture
   * @param keeps of a Word file
   * @param body a text, or a picture's caption
   * @param headerRows of a table
   * @param source the record of which a document is made
   */
  public record Fields(
      Kind kind,
      @Nullable DocumentId documentId,
      NodeContent.WordFile.@Nullable Keeps keeps,
      @Nullable String body,
      @Nullable Integer headerRows,
      @Nullable EntityRef source) {

    static Fields of(NodeContent content) {
      if (content instanceof NodeContent.WordFile word) {
        return new Fields(Kind.WORD_FILE, word.document(), word.keeps(), null, null, null);
      }
      if (content instanceof NodeContent.Picture picture) {
        return new Fields(Kind.PICTURE, picture.document(), null, picture.caption(), null, null);
      }
      if (content instanceof NodeContent.PlainText text) {
        return text(Kind.PLAIN_TEXT, text.text());
      }
      if (content instanceof NodeContent.Markdown text) {
        return text(Kind.MARKDOWN, text.text());
      }
      if (content instanceof NodeContent.Html text) {
        return text(Kind.HTML, text.text());
      }
      if (content instanceof NodeContent.Table table) {
        return new Fields(Kind.TABLE, null, null, null, table.headerRows(), null);
      }
      if (content instanceof NodeContent.CrmDocument document) {
        return new Fields(Kind.CRM_DOCUMENT, null, null, null, null, document.record());
      }
      return new Fields(Kind.NOTHING, null, null, null, null, null);
    }

    private static Fields text(Kind kind, String body) {
      return new Fields(kind, null, null, body, null, null);
    }
  }

  /**
   * The cells of a table.
   *
   * @param rows cells from left to right
   */
  public record Cells(List<List<String>> rows) {

    static @Nullable Cells of(NodeContent content) {
      return content instanceof NodeContent.Table table ? new Cells(table.rows()) : null;
    }
  }

  /**
   * By whom and when.
   *
   * @param by the actor's id
   * @param at when it happened
   */
  public record Written(String by, Instant at) {}

  NodeContent toContent() {
    return switch (content.kind()) {
      case NOTHING -> new NodeContent.Nothing();
      case WORD_FILE -> new NodeContent.WordFile(file(), there(content.keeps()));
      case PICTURE -> new NodeContent.Picture(file(), text());
      case PLAIN_TEXT -> new NodeContent.PlainText(text());
      case MARKDOWN -> new NodeContent.Markdown(text());
      case HTML -> new NodeContent.Html(text());
      case TABLE -> new NodeContent.Table(there(cells).rows(), there(content.headerRows()));
      case CRM_DOCUMENT -> new NodeContent.CrmDocument(there(content.source()));
    };
  }

  ContentEdition toEdition() {
    return new ContentEdition(id, nodeId, edition, toContent(), written.by(), written.at());
  }

  private DocumentId file() {
    return there(content.documentId());
  }

  /** An empty text may come back from a database as none. */
  private String text() {
    String body = content.body();
    return body == null ? "" : body;
  }

  private static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value, "the row lacks what its kind needs");
  }
}
