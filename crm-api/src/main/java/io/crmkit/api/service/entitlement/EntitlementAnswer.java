package io.crmkit.api.service.entitlement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer of an entitlement check.
 *
 * @param question what was asked
 * @param candidates everything that might cover the need: the one that applies first, then others
 *     that cover it, then those that do not; empty if there is nothing at all
 */
public record EntitlementAnswer(CoverageQuestion question, List<Candidate> candidates) {

  public EntitlementAnswer {
    Objects.requireNonNull(question, "question");
    candidates = List.copyOf(candidates);
  }

  /** The one that applies, if any. */
  public Optional<Candidate> applying() {
    return candidates.stream()
        .filter(candidate -> candidate.outcome() == Candidate.Outcome.APPLIES)
        .findFirst();
  }
}
