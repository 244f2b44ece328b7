package io.crmkit.core.customer.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.view.Timeline;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource.Span;
import io.crmkit.core.spi.work.ReadTx.Gathered;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineRulesTest {

  private static TimelineEntry at(long second, String module, String kind) {
    return new TimelineEntry(
        Instant.ofEpochSecond(second),
        module,
        kind,
        new EntityRef("test.thing", new UUID(0, second)),
        Label.same(kind));
  }

  private static Span span(int limit) {
    return new Span(
        new CustomerId(new UUID(0, 0)), Instant.EPOCH, Instant.ofEpochSecond(100), limit);
  }

  @Test
  void the_latest_come_first_whichever_module_tells_them() {
    Timeline merged =
        TimelineRules.merge(
            new Gathered<>(
                List.of(at(1, "a", "x"), at(5, "a", "x"), at(3, "b", "y")), List.of("c")),
            span(2));

    assertThat(merged.entries()).containsExactly(at(5, "a", "x"), at(3, "b", "y"));
    assertThat(merged.missing()).containsExactly("c");
  }

  @Test
  void what_happened_at_the_same_moment_has_one_order() {
    TimelineEntry first = at(5, "a", "x");
    TimelineEntry second = at(5, "a", "y");
    TimelineEntry third = at(5, "b", "x");

    Timeline merged =
        TimelineRules.merge(new Gathered<>(List.of(third, second, first), List.of()), span(9));

    assertThat(merged.entries()).containsExactly(first, second, third);
  }

  @Test
  void a_module_that_tells_more_than_asked_pushes_out_nobody() {
    Timeline merged =
        TimelineRules.merge(
            new Gathered<>(List.of(at(100, "a", "late"), at(99, "b", "x")), List.of()), span(1));

    assertThat(merged.entries()).containsExactly(at(99, "b", "x"));
  }
}
