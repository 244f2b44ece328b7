package io.crmkit.api.customer.view;

import io.crmkit.api.view.TimelineEntry;
import java.util.List;

/**
 * What happened with a customer, as every module tells it.
 *
 * @param entries the latest first
 * @param missing the ids of modules that could not answer; what they know is not here
 */
public record Timeline(List<TimelineEntry> entries, List<String> missing) {

  public Timeline {
    entries = List.copyOf(entries);
    missing = List.copyOf(missing);
  }
}
