package io.crmkit.api.service.entitlement;

import io.crmkit.api.error.Reason;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.sla.ServiceLevelId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that might cover the need, and what came of it.
 *
 * @param kind contract or warranty
 * @param label how people name it: the contract's number, the warranty's kind and unit
 * @param contract the contract, or null for a warranty
 * @param level the service level that it would give, or null if it gives none
 * @param start the first day of its term
 * @param end the day after its last
 * @param outcome whether it covers the need
 * @param reasons every reason for the outcome, never empty
 */
public record Candidate(
    Kind kind,
    String label,
    @Nullable ServiceContractId contract,
    @Nullable ServiceLevelId level,
    LocalDate start,
    LocalDate end,
    Outcome outcome,
    List<Reason> reasons) {

  public Candidate {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(outcome, "outcome");
    reasons = List.copyOf(reasons);
  }

  /** What kind of thing a candidate is. */
  public enum Kind {
    CONTRACT,
    WARRANTY
  }

  /** What came of the check. */
  public enum Outcome {
    /** It covers the need, and it is the one that counts. */
    APPLIES,
    /** It would cover the need, but another one comes first. */
    COVERS_TOO,
    /** It does not cover the need. */
    DOES_NOT_COVER
  }
}
