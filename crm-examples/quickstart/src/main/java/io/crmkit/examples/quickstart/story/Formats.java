package io.crmkit.examples.quickstart.story;

import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How values are shown to people in one language.
 *
 * @param language English or Chinese
 * @param zone the zone in which moments are told
 */
public record Formats(Locale language, ZoneId zone) {

  /** Whether this is Chinese; everything else is shown in English. */
  public boolean chinese() {
    return Locale.CHINESE.getLanguage().equals(language.getLanguage());
  }

  /** One of two texts, with {@code {0}}, {@code {1}} and so on filled in. */
  public String fill(Label text, Object... values) {
    String filled = text.in(language);
    for (int i = 0; i < values.length; i++) {
      filled = filled.replace("{" + i + "}", show(values[i]));
    }
    return filled;
  }

  /** Any value that the story speaks of. */
  public String show(Object value) {
    if (value instanceof Money money) {
      return money(money);
    } else if (value instanceof LocalDate date) {
      return date(date);
    } else if (value instanceof Instant moment) {
      return moment(moment);
    } else if (value instanceof Duration duration) {
      return duration(duration);
    } else if (value instanceof Label label) {
      return label.in(language);
    } else if (value instanceof CustomerName name) {
      return both(name);
    } else if (value instanceof BigDecimal number) {
      return NumberFormat.getNumberInstance(locale()).format(number);
    } else if (value instanceof Number number) {
      return NumberFormat.getIntegerInstance(locale()).format(number.longValue());
    } else if (value instanceof Collection<?> several) {
      return several.stream().map(this::show).collect(Collectors.joining(chinese() ? "、" : ", "));
    }
    return String.valueOf(value);
  }

  public String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale());
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(Money.minorDigits(money.currency()));
    format.setMaximumFractionDigits(Money.MAX_SCALE);
    return format.format(money.amount());
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofPattern(chinese() ? "uuuu年M月d日" : "d MMM uuuu", locale())
        .format(date);
  }

  /** Weekday, day and time of day. */
  public String moment(Instant moment) {
    String pattern = chinese() ? "M月d日(EEE) HH:mm" : "EEE d MMM HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale()).format(moment.atZone(zone));
  }

  /** Days and hours, or hours and minutes. */
  public String duration(Duration duration) {
    long days = duration.toDays();
    int hours = duration.toHoursPart();
    int minutes = duration.toMinutesPart();
    StringBuilder text = new StringBuilder();
    append(text, days, chinese() ? "天" : days == 1 ? " day" : " days");
    append(text, hours, chinese() ? "小时" : " h");
    if (days == 0) {
      append(text, minutes, chinese() ? "分钟" : " min");
    }
    return text.isEmpty() ? (chinese() ? "0分钟" : "0 min") : text.toString();
  }

  private void append(StringBuilder text, long number, String unit) {
    if (number > 0) {
      text.append(text.isEmpty() || chinese() ? "" : " ").append(number).append(unit);
    }
  }

  /** The name in the reader's language, and the other one behind it where there is one. */
  public String both(CustomerName name) {
    String own = name.in(language);
    String other = name.in(chinese() ? Locale.ENGLISH : Locale.CHINESE);
    return own.equals(other) ? own : own + (chinese() ? "（" + other + "）" : " (" + other + ")");
  }

  /** Text filled up with blanks to a width, Chinese characters being two wide. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Text moved to the right end of a width. */
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  private static int width(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  private static boolean wide(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF00 && c <= 0xFF60);
  }

  private Locale locale() {
    return chinese() ? Locale.CHINA : Locale.UK;
  }
}
