package io.crmkit.proposals.word.fields;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between double braces.
 *
 * @param kind what it does
 * @param path the field it names, empty for those that name none
 * @param written the text between the braces
 */
record Tag(Kind kind, String path, String written) {

  enum Kind {
    VALUE,
    EACH,
    IF,
    UNLESS,
    ELSE,
    END_EACH,
    END_IF,
    END_UNLESS
  }

  /** Braces with something inside that cannot be longer than a name may be. */
  static final Pattern BRACES = Pattern.compile("\\{\\{([^{}]{1,200})}}");

  private static final Pattern PATH =
      Pattern.compile("@index|[\\p{L}_][\\p{L}\\p{N}_-]*(\\.[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]*)*");

  /** The tag written between braces; null if it is none, and so ordinary text. */
  static @Nullable Tag parse(String inside) {
    // typing in Word leaves odd blanks
    String text = inside.replaceAll("[\\s\\u00A0\\u200B]+", " ").strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("#each ")) {
      return named(Kind.EACH, text.substring(6), text);
    } else if (lower.startsWith("#if ")) {
      return named(Kind.IF, text.substring(4), text);
    } else if (lower.startsWith("#unless ")) {
      return named(Kind.UNLESS, text.substring(8), text);
    }
    return switch (lower) {
      case "else" -> new Tag(Kind.ELSE, "", text);
      case "/each" -> new Tag(Kind.END_EACH, "", text);
      case "/if" -> new Tag(Kind.END_IF, "", text);
      case "/unless" -> new Tag(Kind.END_UNLESS, "", text);
      default -> named(Kind.VALUE, text, text);
    };
  }

  private static @Nullable Tag named(Kind kind, String path, String written) {
    String name = path.strip();
    Matcher matcher = PATH.matcher(name);
    return matcher.matches() ? new Tag(kind, name, written) : null;
  }

  boolean opens() {
    return kind == Kind.EACH || kind == Kind.IF || kind == Kind.UNLESS;
  }

  boolean closes() {
    return kind == Kind.END_EACH || kind == Kind.END_IF || kind == Kind.END_UNLESS;
  }

  boolean isClosedBy(Tag end) {
    return switch (kind) {
      case EACH -> end.kind == Kind.END_EACH;
      case IF -> end.kind == Kind.END_IF;
      case UNLESS -> end.kind == Kind.END_UNLESS;
      default -> false;
    };
  }
}
