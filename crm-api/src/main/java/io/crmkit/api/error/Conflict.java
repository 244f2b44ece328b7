package io.crmkit.api.error;

/**
 * The command met another one at the same moment (a deadlock, a lock that was not given in time, a
 * lost race). Nothing is wrong with it: it may be tried again as it is.
 */
public final class Conflict extends CrmException {

  private static final long serialVersionUID = 1L;

  /** What kind of meeting it was. */
  public enum Kind {
    /** Commands waited for each other in a circle, and this one was chosen to give way. */
    DEADLOCK,
    /** A lock was not given in time. */
    LOCK_TIMEOUT,
    /** Another one was faster. */
    LOST_RACE
  }

  private final Kind kind;

  /** A conflict of the kind {@link Kind#LOST_RACE}. */
  public Conflict(String message) {
    this(Kind.LOST_RACE, message);
  }

  /** A conflict of the kind {@link Kind#LOST_RACE}. */
  public Conflict(String message, Throwable cause) {
    this(Kind.LOST_RACE, message, cause);
  }

  public Conflict(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Conflict(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
