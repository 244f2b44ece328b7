package io.crmkit.service.request;

import io.crmkit.api.service.request.RequestEvent;
import java.time.Instant;

/**
 * A step that somebody wants to take with a request.
 *
 * @param trigger its name in the table of states
 * @param kind what the log will say
 * @param stamp when it happened, when it is written down, by whom
 * @param note what there is to say
 */
record Step(String trigger, RequestEvent.Kind kind, RequestEvent.Stamp stamp, String note) {

  Instant at() {
    return stamp.occurredAt();
  }
}
