package io.crmkit.proposals.word.check;

import java.util.Map;
import java.util.TreeMap;

/**
 * A file or template that cannot be taken, with a stable code and the facts that led to the
 * refusal.
 *
 * <p>The codes are part of the contract and never change their meaning; see the constants. The
 * message is English prose for logs; screens translate by {@link #code()} and {@link #details()}.
 * Instances are immutable.
 */
public final class WordFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The bytes are no zip archive, or one that is damaged. */
  public static final String NOT_ZIP = "word.not-zip";

  /** The file, or what it unpacks to, exceeds a {@link WordLimits limit} of size. */
  public static final String TOO_LARGE = "word.too-large";

  /** The archive unpacks to far more than its size explains. */
  public static final String ZIP_BOMB = "word.zip-bomb";

  /** The archive holds more entries than allowed. */
  public static final String TOO_MANY_ENTRIES = "word.too-many-entries";

  /** The file carries macros. */
  public static final String MACROS = "word.macros";

  /** The file carries ActiveX controls. */
  public static final String ACTIVE_CONTENT = "word.active-content";

  /** An XML part has a document type declaration, the door to entity attacks. */
  public static final String DOCTYPE = "word.doctype";

  /** An entry's name would lead out of the archive or is not a valid part name. */
  public static final String PATH = "word.path";

  /** The document is protected by a password. */
  public static final String ENCRYPTED = "word.encrypted";

  /** The old binary Word format (.doc). */
  public static final String OLD_DOC = "word.old-doc";

  /** A part that a Word document must have, or that another part refers to, is not there. */
  public static final String MISSING_PART = "word.missing-part";

  /** An XML part is not well-formed, or nested deeper than allowed. */
  public static final String MALFORMED_XML = "word.malformed-xml";

  /** The archive is an Office file of another kind (a workbook, a presentation). */
  public static final String OTHER_KIND = "word.other-kind";

  /** The "Strict Open XML" variant, which other programs open only in part. */
  public static final String STRICT = "word.strict";

  /** A picture is of a kind that cannot be embedded, or damaged. */
  public static final String PICTURE = "word.picture";

  /** Merge fields of the template are unknown or their blocks do not close. */
  public static final String FIELDS = "word.fields";

  private final String code;
  private final transient Map<String, String> details;

  /**
   * A refusal.
   *
   * @param code one of the codes of this class
   * @param message English prose for logs
   * @param details facts by name, copied
   */
  public WordFormatException(String code, String message, Map<String, String> details) {
    super(code + ": " + message + (details.isEmpty() ? "" : " " + new TreeMap<>(details)));
    this.code = code;
    this.details = Map.copyOf(details);
  }

  /** The stable code of the reason. */
  public String code() {
    return code;
  }

  /** The facts of the refusal by name, such as {@code part}, {@code limit}, {@code actual}. */
  @SuppressWarnings("NullAway") // null only in an instance that went through Java serialization
  public Map<String, String> details() {
    return details == null ? Map.of() : details;
  }
}
