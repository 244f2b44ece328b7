package io.crmkit.api.error;

import java.util.List;
import java.util.stream.Collectors;

/** A command is malformed. Every fault is named with the path of its field. */
public final class InvalidInput extends CrmException {

  private static final long serialVersionUID = 1L;

  /**
   * One fault.
   *
   * @param path the field, such as {@code "contactPoints[1].value"}
   * @param problem what is wrong with it, in English
   */
  public record Fault(String path, String problem) {}

  private final transient List<Fault> faults;

  /**
   * @throws IllegalArgumentException if there is no fault
   */
  public InvalidInput(List<Fault> faults) {
    super(
        faults.stream().map(f -> f.path() + ": " + f.problem()).collect(Collectors.joining("; ")));
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("invalid input needs a fault");
    }
    this.faults = List.copyOf(faults);
  }

  public InvalidInput(String path, String problem) {
    this(List.of(new Fault(path, problem)));
  }

  /** Every fault that was found; never empty. */
  public List<Fault> faults() {
    return faults;
  }
}
