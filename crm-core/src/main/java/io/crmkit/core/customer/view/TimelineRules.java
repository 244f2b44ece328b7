package io.crmkit.core.customer.view;

import io.crmkit.api.customer.view.Timeline;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource.Span;
import io.crmkit.core.spi.work.ReadTx.Gathered;
import java.util.Comparator;
import java.util.List;

/** Merges what the modules tell into one timeline. */
final class TimelineRules {

  /** The latest first; what happened at the same moment in an order that does not change. */
  private static final Comparator<TimelineEntry> LATEST_FIRST =
      Comparator.comparing(TimelineEntry::occurredAt)
          .reversed()
          .thenComparing(TimelineEntry::module)
          .thenComparing(TimelineEntry::kind)
          .thenComparing(e -> e.subject().toString());

  private TimelineRules() {}

  static Timeline merge(Gathered<TimelineEntry> gathered, Span span) {
    List<TimelineEntry> entries =
        gathered.items().stream()
            // A module that tells more than it was asked for must not push out the others.
            .filter(e -> !e.occurredAt().isBefore(span.from()))
            .filter(e -> e.occurredAt().isBefore(span.to()))
            .sorted(LATEST_FIRST)
            .limit(span.limit())
            .toList();
    return new Timeline(entries, gathered.missing());
  }
}
