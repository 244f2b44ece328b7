package io.crmkit.core.customer.registry;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import org.jspecify.annotations.Nullable;

/** Telephone numbers in the one form in which they are compared. */
public final class PhoneNumbers {

  private PhoneNumbers() {}

  /**
   * The number in E.164, such as {@code +862164321234}. A number that cannot be understood, such as
   * one without its area code, becomes its digits alone, so that the same writing still finds it.
   *
   * @param raw the number as somebody wrote it
   * @param region the country of numbers without a country code, or null if that is not known
   * @return empty if there is no digit in it
   */
  public static String normalize(String raw, @Nullable String region) {
    String digits = digits(raw);
    if (digits.isEmpty()) {
      return "";
    }
    // Without a region nobody knows the prefix of calls abroad; most of the world writes 00.
    boolean abroad = region == null && digits.startsWith("00");
    String text = abroad ? "+" + digits.substring(2) : plain(raw, digits);
    try {
      PhoneNumberUtil util = PhoneNumberUtil.getInstance();
      PhoneNumber number = util.parseAndKeepRawInput(text, region);
      if (isUnderstood(util, number)) {
        return util.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException e) {
      return digits;
    }
    return digits;
  }

  /**
   * The number without what people write between digits, which means nothing and takes the time of
   * the parser; the raw text if there is anything else in it, such as an extension.
   */
  private static String plain(String raw, String digits) {
    boolean international = raw.charAt(0) == '+';
    for (int i = international ? 1 : 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && c != ' ' && c != '-' && c != '.' && c != '(' && c != ')') {
        return raw;
      }
    }
    return international ? "+" + digits : digits;
  }

  /**
   * A number with its country code is believed if it has a possible length, since ranges are
   * assigned faster than tables are updated. One without could lack its area code, too, so it must
   * lie in a range that is in use.
   */
  private static boolean isUnderstood(PhoneNumberUtil util, PhoneNumber number) {
    boolean national = number.getCountryCodeSource() == CountryCodeSource.FROM_DEFAULT_COUNTRY;
    return national
        ? util.isValidNumber(number)
        : util.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }

  /** Whether numbers of this country are known. */
  static boolean isRegion(String region) {
    return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
  }

  /** Whether there is anything in it that could be dialled. */
  static boolean hasDigit(String raw) {
    return !digits(raw).isEmpty();
  }

  private static String digits(String raw) {
    StringBuilder digits = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
      int digit = Character.digit(raw.codePointAt(i), 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.toString();
  }
}
