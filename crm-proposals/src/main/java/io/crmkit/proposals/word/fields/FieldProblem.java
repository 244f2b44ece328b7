package io.crmkit.proposals.word.fields;

/**
 * A merge field that could not be filled, or a block that does not close.
 *
 * @param part label of the part of the request
 * @param place where in the part, such as {@code body, paragraph 3}
 * @param field the field as written between the braces
 * @param reason why
 */
public record FieldProblem(String part, String place, String field, Reason reason) {

  /** Why a field could not be filled. */
  public enum Reason {
    /** No field has this name. */
    UNKNOWN,
    /** {@code #each} over something that is no list. */
    NOT_A_LIST,
    /** A block that is not closed, or closed without being opened. */
    UNBALANCED,
    /** Blocks nested deeper, or repeated more often, than is sensible. */
    TOO_MUCH
  }
}
