package io.crmkit.api.service.request;

import java.util.Objects;

/**
 * What the customer said.
 *
 * @param kind what sort of request it is
 * @param channel by which it came
 * @param title in a few words, 1 to 200 characters
 * @param description in full; may be empty
 */
public record RequestReport(Kind kind, Channel channel, String title, String description) {

  /** What sort of request it is. */
  public enum Kind {
    /** Something does not work. */
    INCIDENT,
    /** The customer is not content with us. */
    COMPLAINT,
    /** Something is asked for or suggested. */
    WISH,
    /** Something is asked about. */
    QUESTION
  }

  /** By which way a request came. */
  public enum Channel {
    PHONE,
    EMAIL,
    WEB,
    CHAT,
    FAX,
    LETTER,
    VISIT,
    COMMUNITY,
    /** A machine reported itself. */
    MONITORING
  }

  public RequestReport {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
  }

  /** Something that does not work, told by phone. */
  public static RequestReport incident(String title, String description) {
    return new RequestReport(Kind.INCIDENT, Channel.PHONE, title, description);
  }
}
