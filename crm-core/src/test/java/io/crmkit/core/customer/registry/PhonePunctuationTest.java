package io.crmkit.core.customer.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Numbers are parsed without their punctuation, which must not make another number of any. */
class PhonePunctuationTest {

  @Property(tries = 3_000)
  void a_number_is_what_the_parser_makes_of_it_with_its_punctuation(
      @ForAll("numbers") String raw, @ForAll("regions") String region) {
    assertThat(PhoneNumbers.normalize(raw, region)).as(raw).isEqualTo(parsedAsWritten(raw, region));
  }

  private static String parsedAsWritten(String raw, String region) {
    String digits = raw.replaceAll("[^0-9]", "");
    if (digits.isEmpty()) {
      return "";
    }
    try {
      PhoneNumberUtil util = PhoneNumberUtil.getInstance();
      PhoneNumber number = util.parseAndKeepRawInput(raw, region);
      boolean national = number.getCountryCodeSource() == CountryCodeSource.FROM_DEFAULT_COUNTRY;
      boolean understood =
          national
              ? util.isValidNumber(number)
              : util.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
      return understood ? util.format(number, PhoneNumberFormat.E164) : digits;
    } catch (NumberParseException e) {
      return digits;
    }
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> beginnings =
        Arbitraries.of(
            "", "+", "+86 ", "+49 (0) ", "+54 9 ", "+39 0", "00", "011 ", "0", "(0", "1 ");
    Arbitrary<String> rest =
        Arbitraries.strings()
            .withChars("0123456789012345678901234567890123456789 -.()")
            .ofMaxLength(18);
    return beginnings.flatMap(b -> rest.map(r -> b + r));
  }

  @Provide
  Arbitrary<String> regions() {
    return Arbitraries.of("CN", "DE", "US", "IT", "AR", "MX", "BR", "GB", "RU", "JP", "AU");
  }
}
