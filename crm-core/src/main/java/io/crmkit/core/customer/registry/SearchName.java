package io.crmkit.core.customer.registry;

import io.crmkit.api.customer.CustomerName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names in the one form in which searches compare them. */
public final class SearchName {

  /** The length of the column. */
  static final int MAX_LENGTH = 1_000;

  private static final int MAX_STEPS = 8;

  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");
  private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´]");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern SPACE_IN_CHINESE = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

  private SearchName() {}

  /** All names, each after a {@code '|'}, so that one can search for beginnings, too. */
  public static String of(CustomerName name) {
    String all =
        Stream.of(name.latin(), name.chinese(), name.shortName())
            .filter(Objects::nonNull)
            .map(n -> "|" + normalize(n))
            .collect(Collectors.joining());
    // Some single characters stand for a whole phrase and grow when they are normalised.
    return all.length() <= MAX_LENGTH
        ? all
        : all.substring(0, all.offsetByCodePoints(0, codePointsWithin(all)));
  }

  private static int codePointsWithin(String text) {
    int count = text.codePointCount(0, MAX_LENGTH);
    boolean cut = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return cut ? count - 1 : count;
  }

  /**
   * The text without differences of letter case, width, accents and punctuation. Words are
   * separated by one space, Chinese characters by none.
   */
  public static String normalize(String text) {
    // One step can make letters that the next one takes further: a capital sharp s becomes a small
    // one, that becomes two. A search for what is stored must find it, so it goes on to the end.
    String before = text;
    String after = step(before);
    for (int i = 0; i < MAX_STEPS && !after.equals(before); i++) {
      before = after;
      after = step(before);
    }
    return after;
  }

  private static String step(String text) {
    String open = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String plain = APOSTROPHES.matcher(ACCENTS.matcher(open).replaceAll("")).replaceAll("");
    // Through upper case, so that one letter that is written as two becomes the two.
    String folded = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String words = NO_LETTERS.matcher(folded).replaceAll(" ").strip();
    String closed = Normalizer.normalize(words, Normalizer.Form.NFC);
    return SPACE_IN_CHINESE.matcher(closed).replaceAll("");
  }
}
