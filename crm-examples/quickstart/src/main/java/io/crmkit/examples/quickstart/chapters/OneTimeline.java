package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.customer.view.Timeline;
import io.crmkit.api.customer.view.TimelineQuestion;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.examples.quickstart.story.Formats;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Step 13: everything that happened with the customer, as every module tells it. */
public final class OneTimeline implements Chapter {

  private static final int LIMIT = 100;
  private static final int WIDTH = 22;

  @Override
  public Label title() {
    return new Label("One timeline", "同一条时间线");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of();
  }

  @Override
  public void tell(Tale tale) {
    List<TimelineEntry> entries = show(tale, tale.cast().get(Role.CUSTOMER));
    tale.tell()
        .say(
            "{0} entries, from {1}.",
            "共 {0} 条，来自 {1}。",
            entries.size(),
            entries.stream()
                .map(TimelineEntry::module)
                .distinct()
                .sorted()
                .map(module -> tale.text(module(module)))
                .toList());
  }

  /** A customer's timeline up to now, line by line. */
  static List<TimelineEntry> show(Tale tale, CustomerId customer) {
    TimelineQuestion question =
        new TimelineQuestion(customer, null, tale.session().now().plusSeconds(1), LIMIT);
    Timeline timeline = tale.get(CustomerViews.class).timeline(question);
    List<TimelineEntry> entries = new ArrayList<>(timeline.entries());
    Collections.reverse(entries);
    for (TimelineEntry entry : entries) {
      tale.tell()
          .row(
              Formats.pad(tale.tell().formats().show(entry.occurredAt()), WIDTH)
                  + Formats.pad(tale.text(module(entry.module())), 10)
                  + tale.text(entry.text()));
    }
    return entries;
  }

  private static Label module(String id) {
    return switch (id) {
      case "customers" -> new Label(id, "客户");
      case "sales" -> new Label(id, "销售");
      case "assets" -> new Label(id, "设备");
      case "service" -> new Label(id, "服务");
      case "proposals" -> new Label(id, "方案书");
      default -> Label.same(id);
    };
  }
}
