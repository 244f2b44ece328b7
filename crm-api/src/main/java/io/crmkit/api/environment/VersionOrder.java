package io.crmkit.api.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of versions, as far as there is one: numbers count as numbers (1.10 comes after 1.9),
 * zeros at the end do not count (1.0 is 1.0.0), a release comes after what led to it (1.0-rc1
 * before 1.0) and before its patches (1.1.1 before 1.1.1k). A version begins with a digit, or with
 * a v and a digit, and has digits and letters in it, parted by dots, hyphens, underscores, plus
 * signs, tildes or spaces; others follow no order. Pure.
 */
public final class VersionOrder {

  private static final int MAX_LENGTH = 100;
  private static final Pattern ORDERED =
      Pattern.compile("[vV]?[0-9]++(?:[-._+~ ]?[0-9a-zA-Z]++)*+");
  private static final Pattern TOKEN = Pattern.compile("[0-9]++|[a-zA-Z]++");
  private static final Set<String> BEFORE_RELEASE =
      Set.of("alpha", "beta", "milestone", "cr", "rc", "pre", "preview", "snapshot", "dev", "ea");

  private static final String BEFORE = "1";
  private static final String END = "3";
  private static final String WORD = "5";
  private static final String NUMBER = "7";

  private VersionOrder() {}

  /**
   * A text for the version; compared byte by byte, such texts are in the order of their versions.
   *
   * @return empty if the version follows no known order
   */
  public static Optional<String> key(String version) {
    String text = version.strip();
    if (text.length() > MAX_LENGTH || !ORDERED.matcher(text).matches()) {
      return Optional.empty();
    }
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text.replaceFirst("^[vV]", ""));
    while (token.find()) {
      if (!Character.isDigit(token.group().charAt(0))) {
        withoutZeros(tokens);
      }
      tokens.add(encoded(token.group().toLowerCase(Locale.ROOT)));
    }
    withoutZeros(tokens);
    return Optional.of(String.join("", tokens) + END);
  }

  /**
   * Which of two versions comes first.
   *
   * @return negative, zero or positive; empty if one of them follows no known order
   */
  public static OptionalInt compare(String one, String other) {
    Optional<String> first = key(one);
    Optional<String> second = key(other);
    return first.isEmpty() || second.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(first.get().compareTo(second.get()));
  }

  private static void withoutZeros(List<String> tokens) {
    while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).equals(NUMBER + "000")) {
      tokens.remove(tokens.size() - 1);
    }
  }

  /** The length goes before a number's digits, so that longer numbers are greater. */
  private static String encoded(String token) {
    if (Character.isDigit(token.charAt(0))) {
      String digits = token.replaceFirst("^0+", "");
      return NUMBER + String.format(Locale.ROOT, "%03d", digits.length()) + digits;
    }
    return (BEFORE_RELEASE.contains(token) ? BEFORE : WORD) + token + "!";
  }
}
