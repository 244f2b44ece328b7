package io.crmkit.api.customer;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer agrees to be reached in this way for marketing. Former answers are in the
 * audit.
 *
 * @param state the answer
 * @param since when it was given, or null if that is not known
 * @param source how it was given, such as {@code "web form 2026-03"}, up to 200 characters
 */
public record Consent(State state, @Nullable Instant since, @Nullable String source) {

  /** The answer. */
  public enum State {
    /** Nobody asked. */
    UNKNOWN,
    GRANTED,
    REFUSED,
    /** Granted once, and taken back. */
    WITHDRAWN
  }

  public Consent {
    Objects.requireNonNull(state, "state");
  }

  /** Nobody asked. */
  public static Consent unknown() {
    return new Consent(State.UNKNOWN, null, null);
  }

  public static Consent granted(Instant since, String source) {
    return new Consent(State.GRANTED, since, source);
  }

  public static Consent withdrawn(Instant since, String source) {
    return new Consent(State.WITHDRAWN, since, source);
  }
}
