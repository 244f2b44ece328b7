package io.crmkit.proposals.merge;

import io.crmkit.api.error.Reason;
import java.util.List;

/**
 * A merged file, or why there is none.
 *
 * @param file the Word file; empty if there are reasons
 * @param reasons everything that is wrong, in the order of the nodes
 */
@SuppressWarnings("ArrayRecordComponent") // a large file, handed on once and never changed
public record MergeOutcome(byte[] file, List<Reason> reasons) {
  public MergeOutcome {
    reasons = List.copyOf(reasons);
  }

  static MergeOutcome of(byte[] file) {
    return new MergeOutcome(file, List.of());
  }

  static MergeOutcome refused(List<Reason> reasons) {
    return new MergeOutcome(new byte[0], reasons);
  }
}
