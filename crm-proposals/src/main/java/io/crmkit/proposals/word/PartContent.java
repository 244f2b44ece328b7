package io.crmkit.proposals.word;

import io.crmkit.api.document.content.DocumentContent;
import io.crmkit.api.document.content.Table;

/** What a part holds. All kinds are immutable. */
public sealed interface PartContent {

  /** A Word file (.docx). */
  final class WordFile implements PartContent {
    private final byte[] bytes;

    private WordFile(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes;
    }

    @Override
    public String toString() {
      return "WordFile[" + bytes.length + " bytes]";
    }
  }

  /** A picture: PNG, JPEG or GIF, whatever its name says. */
  final class PictureFile implements PartContent {
    private final byte[] bytes;
    private final String caption;

    private PictureFile(byte[] bytes, String caption) {
      this.bytes = bytes.clone();
      this.caption = caption;
    }

    byte[] bytes() {
      return bytes;
    }

    String caption() {
      return caption;
    }

    @Override
    public String toString() {
      return "PictureFile[" + bytes.length + " bytes, " + caption + "]";
    }
  }

  /**
   * Plain text; empty lines part paragraphs.
   *
   * @param text the text
   */
  record PlainText(String text) implements PartContent {}

  /**
   * Markdown: CommonMark with tables.
   *
   * @param text the text
   */
  record Markdown(String text) implements PartContent {}

  /**
   * HTML, of which only harmless content is taken; nothing is fetched.
   *
   * @param text the text
   */
  record Html(String text) implements PartContent {}

  /**
   * A table written by a user, in which merge fields are filled.
   *
   * @param table the table
   */
  record TableContent(Table table) implements PartContent {}

  /**
   * A document the CRM made. Its text is final: no merge fields are filled in it, since it holds
   * what customers and users once typed.
   *
   * @param content the document
   */
  record Generated(DocumentContent content) implements PartContent {}

  /** A Word file; the bytes are copied, and checked when merging. */
  static PartContent word(byte[] bytes) {
    return new WordFile(bytes);
  }

  /**
   * A picture with a caption, which may be empty; the bytes are copied, and checked when merging.
   */
  static PartContent picture(byte[] bytes, String caption) {
    return new PictureFile(bytes, caption);
  }

  /** Plain text. */
  static PartContent text(String text) {
    return new PlainText(text);
  }

  /** Markdown. */
  static PartContent markdown(String text) {
    return new Markdown(text);
  }

  /** HTML. */
  static PartContent html(String text) {
    return new Html(text);
  }

  /** A table. */
  static PartContent table(Table table) {
    return new TableContent(table);
  }

  /** A document the CRM made. */
  static PartContent generated(DocumentContent content) {
    return new Generated(content);
  }
}
