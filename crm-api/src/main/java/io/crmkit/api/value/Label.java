package io.crmkit.api.value;

import java.util.Locale;
import java.util.Objects;

/**
 * A short text for people in the languages that CrmKit itself speaks.
 *
 * @param en the English text
 * @param zh the Chinese text
 */
public record Label(String en, String zh) {

  public Label {
    Objects.requireNonNull(en, "en");
    Objects.requireNonNull(zh, "zh");
  }

  /** A text that is the same in every language, such as a name or a number. */
  public static Label same(String text) {
    return new Label(text, text);
  }

  /** The Chinese text for any Chinese locale, the English one otherwise. */
  public String in(Locale locale) {
    return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
  }
}
