package io.crmkit.api.error;

/**
 * The command met another one at the same moment (a deadlock, a lock that was not given in time, a
 * lost race). Nothing is wrong with it: it may be tried again as it is.
 */
public final class Conflict extends CrmException {

  private static final long serialVersionUID = 1L;

  public Conflict(String message) {
    super(message);
  }

  public Conflict(String message, Throwable cause) {
    super(message, cause);
  }
}
