package io.crmkit.api.service.request;

import java.util.Objects;

/**
 * Names a request for a step that needs only a word.
 *
 * @param id the request
 * @param version as read
 * @param note what there is to say, for people: the answer, the solution, the reason; may be empty,
 *     at most 4,000 characters
 */
public record RequestStep(ServiceRequestId id, long version, String note) {

  public RequestStep {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(note, "note");
  }

  public static RequestStep of(ServiceRequest request) {
    return new RequestStep(request.id(), request.version(), "");
  }

  /** The same step with something to say. */
  public RequestStep saying(String words) {
    return new RequestStep(id, version, words);
  }
}
