package io.crmkit.api.error;

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
 */
public record Reason(ReasonCode code, Map<String, String> details) {

  public Reason {
    Objects.requireNonNull(code, "code");
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  public static Reason of(ReasonCode code) {
    return new Reason(code, Map.of());
  }

  /** This reason with one more detail; the value is kept as its text. */
  public Reason with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(name, String.valueOf(value));
    return new Reason(code, more);
  }

  /** The text for people: Chinese for a Chinese locale, English otherwise. */
  public String message(Locale locale) {
    String text =
        Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? code.chinese() : code.english();
    for (Map.Entry<String, String> detail : details.entrySet()) {
      text = text.replace("{" + detail.getKey() + "}", detail.getValue());
    }
    return text;
  }

  @Override
  public String toString() {
    return code.code() + ": " + message(Locale.ENGLISH);
  }
}
