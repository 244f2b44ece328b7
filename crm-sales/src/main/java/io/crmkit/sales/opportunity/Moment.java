package io.crmkit.sales.opportunity;

import io.crmkit.api.error.Reason;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Progress;
import io.crmkit.core.spi.work.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * When something happens.
 *
 * @param at when it happened
 * @param now when it is written down
 * @param on the tenant's date of {@code at}
 */
record Moment(Instant at, Instant now, LocalDate on) {

  static Moment of(Tx tx) {
    ZoneId zone = tx.session().profile().zone();
    return new Moment(tx.occurredAt(), tx.now(), LocalDate.ofInstant(tx.occurredAt(), zone));
  }

  /** What is against its happening then: history goes forward, and not beyond today. */
  List<Reason> against(Progress progress) {
    boolean possible = !at.isAfter(now) && !at.isBefore(progress.changedAt());
    return possible
        ? List.of()
        : List.of(
            Reason.of(SalesReason.OCCURRED_OUT_OF_ORDER)
                .with("at", at)
                .with("last", progress.changedAt()));
  }
}
