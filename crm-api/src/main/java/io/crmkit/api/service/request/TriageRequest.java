package io.crmkit.api.service.request;

import io.crmkit.api.service.Impact;
import io.crmkit.api.service.Urgency;
import java.util.Objects;

/**
 * Judges anew how much a request matters.
 *
 * @param step the request, and why
 * @param impact how much is affected
 * @param urgency how fast the damage grows
 */
public record TriageRequest(RequestStep step, Impact impact, Urgency urgency) {

  public TriageRequest {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(impact, "impact");
    Objects.requireNonNull(urgency, "urgency");
  }
}
