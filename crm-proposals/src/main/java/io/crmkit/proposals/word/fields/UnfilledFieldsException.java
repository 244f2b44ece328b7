package io.crmkit.proposals.word.fields;

import io.crmkit.proposals.word.check.WordFormatException;
import java.util.List;

/** Merge fields could not be filled, and the request wants that to fail. Names all of them. */
public final class UnfilledFieldsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldProblem> problems;

  /** A failure with all problems found. */
  public UnfilledFieldsException(List<FieldProblem> problems) {
    super(WordFormatException.FIELDS + ": merge fields cannot be filled: " + problems);
    this.problems = List.copyOf(problems);
  }

  /** The stable code, {@link WordFormatException#FIELDS}. */
  public String code() {
    return WordFormatException.FIELDS;
  }

  /** All problems in the order of the document. */
  @SuppressWarnings("NullAway") // null only in an instance that went through Java serialization
  public List<FieldProblem> problems() {
    return problems == null ? List.of() : problems;
  }
}
