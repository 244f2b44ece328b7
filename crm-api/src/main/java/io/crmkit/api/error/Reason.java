package io.crmkit.api.error;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One reason for a refusal, as data: a stable code and its details. It never names a record that
 * the caller may not see.
 *
 * @param code what kind of reason this is
 * @param details the values that the text speaks of, by name, in the order they were given
 * @param words what the text says in place of details that are codes or ids, by the same names
 */
public record Reason(ReasonCode code, Map<String, String> details, Map<String, Label> words) {

  public Reason {
    Objects.requireNonNull(code, "code");
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    words = Map.copyOf(words);
  }

  /** A reason whose details can be read as they are. */
  public Reason(ReasonCode code, Map<String, String> details) {
    this(code, details, Map.of());
  }

  public static Reason of(ReasonCode code) {
    return new Reason(code, Map.of());
  }

  /**
   * This reason with one more detail; the value is kept as its text. Of a value that has a word for
   * people, the text says the word.
   */
  public Reason with(String name, Object value) {
    if (value instanceof Labelled labelled) {
      return with(name, value, labelled.label());
    }
    return new Reason(code, more(name, value), words);
  }

  /** This reason with one more detail, which is a code or an id, and what the text says for it. */
  public Reason with(String name, Object value, Label word) {
    Map<String, Label> more = new LinkedHashMap<>(words);
    more.put(name, word);
    return new Reason(code, more(name, value), more);
  }

  private Map<String, String> more(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(name, String.valueOf(value));
    return more;
  }

  /** The text for people: Chinese for a Chinese locale, English otherwise. */
  public String message(Locale locale) {
    String text =
        Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? code.chinese() : code.english();
    for (Map.Entry<String, String> detail : details.entrySet()) {
      Label word = words.get(detail.getKey());
      text =
          text.replace(
              "{" + detail.getKey() + "}", word == null ? detail.getValue() : word.in(locale));
    }
    return text;
  }

  @Override
  public String toString() {
    return code.code() + ": " + message(Locale.ENGLISH);
  }
}
