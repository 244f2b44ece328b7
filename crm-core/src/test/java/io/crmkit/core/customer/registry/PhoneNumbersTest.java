package io.crmkit.core.customer.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.TenantProfile;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+86 21 6432 1234",
        "0086 21 6432 1234",
        "021-64321234",
        "(021) 6432 1234",
        "tel:+86-21-6432-1234",
        "０２１－６４３２１２３４",
        "021 6432 1234 ext. 12"
      })
  void every_spelling_is_one_number(String spelling) {
    assertThat(PhoneNumbers.normalize(spelling, "CN")).isEqualTo("+862164321234");
  }

  @ParameterizedTest
  @CsvSource({
    "0049 89 123456, , +4989123456",
    "+1 (650) 253-0000, CN, +16502530000",
    "1-800-FLOWERS, US, +18003569377",
    "6432 1234, CN, 64321234",
    "112, DE, 112",
    "0, CN, 0",
    "call me, CN, ''",
    "'', , ''"
  })
  void other_numbers_become_what_can_be_known_of_them(
      String raw, @Nullable String region, String expected) {
    assertThat(PhoneNumbers.normalize(raw, region)).isEqualTo(expected);
  }

  @Test
  void hostile_input_becomes_digits() {
    assertThat(PhoneNumbers.normalize("+" + "9".repeat(400), "CN")).hasSize(400);
    assertThat(PhoneNumbers.normalize("';drop table x;--1", "CN")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, EUR, CN",
    "zh, CNY, CN",
    "en, USD, US",
    "de, EUR, ",
    "en-US, CNY, US",
    "en, CHF, CH"
  })
  void the_tenants_country_is_that_of_its_language_or_of_its_currency(
      String language, String currency, @Nullable String expected) {
    TenantProfile profile =
        new TenantProfile(
            ZoneOffset.UTC, Currency.getInstance(currency), Locale.forLanguageTag(language));

    assertThat(Regions.of(profile)).isEqualTo(expected);
  }
}
