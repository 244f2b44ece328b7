package io.crmkit.api.sales.pipeline;

/** The guards that sales itself brings. */
public final class StandardGuards {

  /** The opportunity's amount is known and greater than zero. */
  public static final String AMOUNT_PRESENT = "amount-present";

  /** The expected date of closing is known. */
  public static final String CLOSE_DATE_PRESENT = "close-date-present";

  /** A decision maker was met within the last {@code days} (30 by default). */
  public static final String DECISION_MAKER_MET = "decision-maker-met";

  /**
   * Every opponent with an influence of at least {@code influence} (50 by default) was met within
   * the last {@code days} (30 by default).
   */
  public static final String NO_OPPONENT_UNANSWERED = "no-opponent-unanswered";

  /** The buying centre has at least one member in the {@code role}. */
  public static final String ROLE_COVERED = "role-covered";

  /** A quote for the opportunity was accepted. */
  public static final String QUOTE_ACCEPTED = "quote-accepted";

  private StandardGuards() {}
}
