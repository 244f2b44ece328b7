package io.crmkit.api.error;

import java.util.List;
import java.util.stream.Collectors;

/** A rule of the business said no. All reasons are given, not only the first. */
public final class Refused extends CrmException {

  private static final long serialVersionUID = 1L;

  private final transient List<Reason> reasons;

  /**
   * @throws IllegalArgumentException if there is no reason
   */
  public Refused(List<Reason> reasons) {
    super(reasons.stream().map(Reason::toString).collect(Collectors.joining("; ")));
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a refusal needs a reason");
    }
    this.reasons = List.copyOf(reasons);
  }

  public static Refused because(Reason reason) {
    return new Refused(List.of(reason));
  }

  /** Every reason, in the order the rules are written; never empty. */
  public List<Reason> reasons() {
    return reasons;
  }
}
