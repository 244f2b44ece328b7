package io.crmkit.api.field;

import java.util.Locale;
import java.util.Map;

/**
 * What people call a field or a choice, in any number of languages. Immutable.
 *
 * @param texts by language tag, such as {@code "en"} or {@code "zh-CN"}
 */
public record FieldLabel(Map<String, String> texts) {

  public FieldLabel {
    texts = Map.copyOf(texts);
  }

  public static FieldLabel none() {
    return new FieldLabel(Map.of());
  }

  public static FieldLabel of(String english, String chinese) {
    return new FieldLabel(Map.of("en", english, "zh", chinese));
  }

  /**
   * The text in this language: of the country if there is one, of the language otherwise, else in
   * English.
   *
   * @param otherwise if there is none of these, such as the key
   */
  public String in(Locale locale, String otherwise) {
    for (String tag : new String[] {locale.toLanguageTag(), locale.getLanguage(), "en"}) {
      String text = texts.get(tag);
      if (text != null) {
        return text;
      }
    }
    return otherwise;
  }
}
