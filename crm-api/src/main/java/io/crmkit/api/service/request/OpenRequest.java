package io.crmkit.api.service.request;

import io.crmkit.api.service.Impact;
import io.crmkit.api.service.Urgency;
import java.util.Objects;

/**
 * Opens a service request.
 *
 * @param subject whose it is and what it is about
 * @param report what the customer said
 * @param impact how much is affected
 * @param urgency how fast the damage grows
 */
public record OpenRequest(
    RequestSubject subject, RequestReport report, Impact impact, Urgency urgency) {

  public OpenRequest {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(impact, "impact");
    Objects.requireNonNull(urgency, "urgency");
  }
}
