package io.crmkit.api.service.request;

import io.crmkit.api.service.WaitingReason;
import java.util.Objects;

/**
 * Lets a request wait.
 *
 * @param step the request, and what there is to say
 * @param reason what it waits for; the service level says which clocks stand still meanwhile
 */
public record PauseRequest(RequestStep step, WaitingReason reason) {

  public PauseRequest {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(reason, "reason");
  }
}
