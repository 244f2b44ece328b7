package io.crmkit.proposals.word.numbering;

import java.util.Locale;

/** Numbers as lists and pages print them. Stateless. */
public final class NumberFormats {

  private static final String DIGITS =
      "\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";
  private static final String[] UNITS = {"", "\u5341", "\u767e", "\u5343"};

  private NumberFormats() {}

  /** The number in one of Word's formats; formats unknown here are printed as decimal. */
  public static String format(String format, int n) {
    return switch (format) {
      case "none", "bullet" -> "";
      case "decimalZero" -> n < 10 ? "0" + n : "" + n;
      case "upperRoman" -> roman(n);
      case "lowerRoman" -> roman(n).toLowerCase(Locale.ROOT);
      case "upperLetter" -> letters(n, 'A');
      case "lowerLetter" -> letters(n, 'a');
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "ideographDigital",
          "taiwaneseCounting",
          "taiwaneseCountingThousand" ->
          chinese(n);
      default -> "" + n;
    };
  }

  private static String letters(int n, char first) {
    if (n < 1) {
      return "";
    }
    // Word counts A..Z, AA..ZZ, AAA: the letter is repeated
    char letter = (char) (first + (n - 1) % 26);
    return String.valueOf(letter).repeat(Math.min(30, (n - 1) / 26 + 1));
  }

  private static String roman(int n) {
    if (n < 1 || n > 3999) {
      return "" + n;
    }
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    StringBuilder result = new StringBuilder();
    int rest = n;
    for (int i = 0; i < values.length; i++) {
      while (rest >= values[i]) {
        result.append(signs[i]);
        rest -= values[i];
      }
    }
    return result.toString();
  }

  private static String chinese(int n) {
    if (n < 0 || n > 9999) {
      return "" + n;
    }
    if (n < 10) {
      return String.valueOf(DIGITS.charAt(n));
    }
    StringBuilder result = new StringBuilder();
    String text = "" + n;
    boolean zero = false;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit == 0) {
        zero = true;
        continue;
      }
      if (zero) {
        result.append(DIGITS.charAt(0));
        zero = false;
      }
      boolean silentOne = digit == 1 && i == 0 && text.length() == 2;
      result.append(silentOne ? "" : DIGITS.substring(digit, digit + 1));
      result.append(UNITS[text.length() - 1 - i]);
    }
    return result.toString();
  }
}
