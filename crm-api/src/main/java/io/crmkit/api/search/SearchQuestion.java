package io.crmkit.api.search;

import io.crmkit.api.error.InvalidInput;

/**
 * What is looked for.
 *
 * @param text what was typed in: the beginning of a name, a number, a telephone number
 * @param limit how many hits each module gives at most, 1 to {@value #MAX_LIMIT}
 */
public record SearchQuestion(String text, int limit) {

  /** How many hits each module gives unless more or fewer are wanted. */
  public static final int DEFAULT_LIMIT = 10;

  /** How many hits each module gives at most. */
  public static final int MAX_LIMIT = 100;

  private static final int MAX_TEXT = 200;

  /**
   * @throws InvalidInput if the text is blank or longer than 200 characters, or the limit is out of
   *     range
   */
  public SearchQuestion {
    text = text.strip();
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw new InvalidInput("text", "must have 1 to " + MAX_TEXT + " characters");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidInput("limit", "must be 1 to " + MAX_LIMIT);
    }
  }

  public static SearchQuestion of(String text) {
    return new SearchQuestion(text, DEFAULT_LIMIT);
  }
}
