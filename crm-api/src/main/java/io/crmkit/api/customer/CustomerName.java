package io.crmkit.api.customer;

import io.crmkit.api.value.Label;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is called. Latin and Chinese names stand side by side, since neither can be
 * derived from the other; at least one of the two is given.
 *
 * @param latin the name in Latin or any other script that is not Chinese, up to 200 characters
 * @param chinese the name in Chinese characters, up to 200 characters
 * @param shortName an abbreviation, trade name or form of address, up to 100 characters
 */
@RecordBuilder
public record CustomerName(
    @Nullable String latin, @Nullable String chinese, @Nullable String shortName)
    implements CustomerNameBuilder.With {

  /** A name in one script: Chinese if it has a Chinese character, Latin otherwise. */
  public static CustomerName of(String name) {
    return name.codePoints().anyMatch(Character::isIdeographic)
        ? new CustomerName(null, name, null)
        : new CustomerName(name, null, null);
  }

  /** A name in both scripts. */
  public static CustomerName of(String latin, String chinese) {
    return new CustomerName(latin, chinese, null);
  }

  /** The Chinese name for a Chinese locale, the Latin one otherwise; if absent, the other. */
  public String in(Locale locale) {
    return label().in(locale);
  }

  /** Both names as a label; where one is absent, the other takes its place. */
  public Label label() {
    String some = latin != null ? latin : chinese != null ? chinese : "";
    return new Label(some, chinese != null ? chinese : some);
  }
}
