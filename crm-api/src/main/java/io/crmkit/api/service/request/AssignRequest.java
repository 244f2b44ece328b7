package io.crmkit.api.service.request;

import java.util.Objects;

/**
 * Makes somebody responsible for a request.
 *
 * @param step the request, and what there is to say
 * @param assignee the host's key of the person, 1 to 128 characters
 */
public record AssignRequest(RequestStep step, String assignee) {

  public AssignRequest {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(assignee, "assignee");
  }
}
