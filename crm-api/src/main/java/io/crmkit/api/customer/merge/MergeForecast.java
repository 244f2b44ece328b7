package io.crmkit.api.customer.merge;

import io.crmkit.api.error.Reason;
import io.crmkit.api.value.Label;
import java.util.List;

/**
 * What a module would do in a merge.
 *
 * @param moving what would become the survivor's
 * @param against why the two must not be merged; empty if nothing speaks against it
 */
public record MergeForecast(List<Moving> moving, List<Reason> against) {

  public MergeForecast {
    moving = List.copyOf(moving);
    against = List.copyOf(against);
  }

  /** Nothing is kept for the one that goes. */
  public static MergeForecast nothing() {
    return new MergeForecast(List.of(), List.of());
  }

  /** This many records would become the survivor's. */
  public static MergeForecast of(Label what, int count) {
    return count == 0 ? nothing() : new MergeForecast(List.of(new Moving(what, count)), List.of());
  }

  /**
   * Records of one kind.
   *
   * @param what their kind, for people
   * @param count how many
   */
  public record Moving(Label what, int count) {}
}
