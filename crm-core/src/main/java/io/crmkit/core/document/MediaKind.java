package io.crmkit.core.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are known well enough to be checked. */
enum MediaKind {
  PDF("application/pdf", List.of("pdf"), "%PDF-"),
  PNG("image/png", List.of("png"), "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", List.of("jpg", "jpeg"), "\u00ff\u00d8\u00ff"),
  GIF("image/gif", List.of("gif"), "GIF8"),
  WORD(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      List.of("docx"),
      "PK"),
  EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx"), "PK"),
  POWERPOINT(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      List.of("pptx"),
      "PK"),
  OLD_WORD("application/msword", List.of("doc"), "\u00d0\u00cf\u0011\u00e0"),
  ZIP("application/zip", List.of("zip"), "PK"),
  TEXT("text/plain", List.of("txt", "md", "csv", "log"), ""),
  MARKDOWN("text/markdown", List.of("md"), ""),
  HTML("text/html", List.of("html", "htm"), ""),
  CSV("text/csv", List.of("csv"), "");

  /** How much of a content is needed to judge it. */
  static final int HEAD = 8;

  private final String mediaType;
  private final List<String> extensions;
  private final byte[] magic;

  MediaKind(String mediaType, List<String> extensions, String magic) {
    this.mediaType = mediaType;
    this.extensions = extensions;
    this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
  }

  static Optional<MediaKind> of(String mediaType) {
    return Arrays.stream(values()).filter(kind -> kind.names(mediaType)).findFirst();
  }

  static List<MediaKind> ofExtension(String extension) {
    return Arrays.stream(values()).filter(kind -> kind.extensions.contains(extension)).toList();
  }

  /** Whether this is the kind that the media type, with or without parameters, names. */
  boolean names(String type) {
    String bare = type.split(";", 2)[0].strip();
    return bare.toLowerCase(Locale.ROOT).equals(mediaType);
  }

  boolean mayBeginWith(byte[] head) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }
}
