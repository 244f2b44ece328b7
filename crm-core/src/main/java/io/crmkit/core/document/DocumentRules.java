package io.crmkit.core.document;

import io.crmkit.api.document.DocumentReason;
import io.crmkit.api.document.NewDocument;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.error.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be stored under which name. Pure. */
final class DocumentRules {

  static final int MAX_NAME = 255;

  private static final int MAX_MEDIA_TYPE = 255;

  /** RFC 6838 names, with parameters as RFC 9110 writes them. */
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}"
              + "( ?; ?[a-z0-9_.-]{1,40}=(\"[^\"\\\\\\p{Cntrl}]{0,80}\"|[\\w.+:/-]{1,80})){0,4}",
          Pattern.CASE_INSENSITIVE);

  /** Characters with a meaning to some file system or shell. */
  private static final String FORBIDDEN = "/\\:*?\"<>|";

  /** Names that stand for devices on Windows, whatever extension follows. */
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

  /** Programs and scripts: never behind the media type of something harmless. */
  private static final Set<String> PROGRAMS =
      Set.of(
          "exe", "com", "scr", "pif", "bat", "cmd", "msi", "vbs", "ps1", "lnk", "hta", "jar", "js",
          "sh");

  private DocumentRules() {}

  /** Every fault of the name and the media type. */
  static List<Fault> faults(NewDocument document) {
    List<Fault> faults = new ArrayList<>();
    nameProblem(document.name()).ifPresent(problem -> faults.add(new Fault("name", problem)));
    mediaTypeProblem(document).ifPresent(problem -> faults.add(new Fault("mediaType", problem)));
    return faults;
  }

  private static Optional<String> nameProblem(String name) {
    if (name.isBlank() || name.length() > MAX_NAME) {
      return Optional.of("must have 1 to " + MAX_NAME + " characters");
    }
    if (name.codePoints().anyMatch(DocumentRules::isUnsafe)) {
      return Optional.of("must not contain a path, control or invisible characters");
    }
    if (!name.strip().equals(name) || name.endsWith(".")) {
      return Optional.of("must not begin or end with a space, nor end with a dot");
    }
    if (DEVICE.matcher(name).matches()) {
      return Optional.of("is the name of a device");
    }
    return Optional.empty();
  }

  /**
   * Control characters, halves of characters, and format characters such as the ones that turn the
   * direction of writing, with which {@code gpj.exe} is made to look like {@code exe.jpg}. The two
   * joiners are letters' companions in several scripts and stay allowed.
   */
  private static boolean isUnsafe(int codePoint) {
    int type = Character.getType(codePoint);
    boolean joiner = codePoint == 0x200C || codePoint == 0x200D;
    return FORBIDDEN.indexOf(codePoint) >= 0
        || type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (type == Character.FORMAT && !joiner);
  }

  private static Optional<String> mediaTypeProblem(NewDocument document) {
    String mediaType = document.mediaType();
    if (mediaType.length() > MAX_MEDIA_TYPE || !MEDIA_TYPE.matcher(mediaType).matches()) {
      return Optional.of("must be a media type such as application/pdf");
    }
    String extension = extension(document.name());
    Optional<MediaKind> kind = MediaKind.of(mediaType);
    boolean disguised = kind.isPresent() && PROGRAMS.contains(extension);
    boolean contradicted =
        !mediaType.equalsIgnoreCase("application/octet-stream")
            && MediaKind.ofExtension(extension).stream().findAny().isPresent()
            && MediaKind.ofExtension(extension).stream().noneMatch(k -> k.names(mediaType));
    return disguised || contradicted
        ? Optional.of("does not fit the extension ." + extension)
        : Optional.empty();
  }

  /** Why the content cannot be what the media type says; empty if it may be. */
  static Optional<Reason> mismatch(NewDocument document, byte[] head) {
    return MediaKind.of(document.mediaType())
        .filter(kind -> !kind.mayBeginWith(head))
        .map(
            kind ->
                Reason.of(DocumentReason.CONTENT_MISMATCH)
                    .with("name", document.name())
                    .with("mediaType", document.mediaType()));
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
