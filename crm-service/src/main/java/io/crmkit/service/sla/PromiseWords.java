package io.crmkit.service.sla;

import io.crmkit.api.service.sla.SlaTarget;
import io.crmkit.api.value.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a service level promises, in words for documents. */
public final class PromiseWords {

  private PromiseWords() {}

  /** The fields {@code clock}, {@code within} and {@code counted}. */
  public static Map<String, Object> of(SlaTarget target) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("clock", target.clock().label());
    fields.put("within", budget(target.budget()));
    fields.put("counted", counted(target.hours()));
    return fields;
  }

  /** In hours and minutes, never in days: a working day is not 24 hours. */
  static Label budget(Duration budget) {
    List<String> english = new ArrayList<>();
    List<String> chinese = new ArrayList<>();
    add(english, chinese, budget.toHours(), new Label("hour", "小时"));
    add(english, chinese, budget.toMinutesPart(), new Label("minute", "分钟"));
    add(english, chinese, budget.toSecondsPart(), new Label("second", "秒"));
    return new Label(String.join(" ", english), String.join(" ", chinese));
  }

  private static void add(List<String> english, List<String> chinese, long number, Label unit) {
    if (number > 0) {
      english.add(number + " " + unit.en() + (number == 1 ? "" : "s"));
      chinese.add(number + " " + unit.zh());
    }
  }

  private static Label counted(SlaTarget.Hours hours) {
    return switch (hours) {
      case BUSINESS -> new Label("in working hours", "工作时间内");
      case ROUND_THE_CLOCK -> new Label("around the clock", "全天候");
    };
  }
}
