package io.crmkit.api.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.extension.ContributionPoint;
import java.time.Instant;
import java.util.List;

/** A module's part of the customer's timeline. Must be thread-safe. */
public interface TimelineSource {

  ContributionPoint<TimelineSource> POINT =
      new ContributionPoint<>("timeline", TimelineSource.class);

  /**
   * What this module knows of the customer.
   *
   * @param session the caller's, so that nobody reads what they may not see
   */
  List<TimelineEntry> timeline(CrmSession session, Span span);

  /**
   * What is asked for.
   *
   * @param customer whose timeline
   * @param from the earliest moment, included
   * @param to the latest moment, excluded
   * @param limit how many of the latest entries are wanted at most
   */
  record Span(CustomerId customer, Instant from, Instant to, int limit) {}
}
