package io.crmkit.proposals.word.check;

/**
 * Something that was left out or changed while merging, without making the result wrong.
 *
 * @param code stable code, one of the constants
 * @param part label of the part of the request
 * @param detail what exactly, such as an address or a part's name
 */
public record WordNotice(String code, String part, String detail) {

  /** A link to something outside that would be fetched on opening was dropped. */
  public static final String EXTERNAL_LINK_DROPPED = "word.notice.external-link-dropped";

  /** A hyperlink with an unsafe scheme became plain text. */
  public static final String UNSAFE_LINK_DROPPED = "word.notice.unsafe-link-dropped";

  /** A chunk in another format inside of a Word file was dropped. */
  public static final String ALT_CHUNK_DROPPED = "word.notice.alt-chunk-dropped";

  /** A link to a subdocument was dropped. */
  public static final String SUBDOCUMENT_DROPPED = "word.notice.subdocument-dropped";

  /** A content control lost its binding to data that could not come along. */
  public static final String BINDING_DROPPED = "word.notice.binding-dropped";

  /** Something refers to a part or an item that the file does not contain; the reference went. */
  public static final String DANGLING_REFERENCE = "word.notice.dangling-reference";

  /** Content in HTML or Markdown that has no counterpart was dropped. */
  public static final String CONTENT_DROPPED = "word.notice.content-dropped";
}
