package io.crmkit.testkit.assertion;

import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a refusal. */
public final class RefusalAssert extends AbstractAssert<RefusalAssert, Refused> {

  /** For {@code CrmAssertions.assertThatRefused}. */
  public RefusalAssert(Refused actual) {
    super(actual, RefusalAssert.class);
  }

  /** These are among the reasons. */
  public RefusalAssert because(ReasonCode... codes) {
    List<String> found = codes();
    List<String> missing =
        Stream.of(codes).map(ReasonCode::code).filter(code -> !found.contains(code)).toList();
    if (!missing.isEmpty()) {
      failWithMessage("Expected the reasons %s too, but it was refused for %s", missing, told());
    }
    return this;
  }

  /** These are the reasons, in any order, and no others. */
  public RefusalAssert onlyBecause(ReasonCode... codes) {
    List<String> wanted = Stream.of(codes).map(ReasonCode::code).sorted().toList();
    if (!codes().stream().sorted().toList().equals(wanted)) {
      failWithMessage(
          "Expected the reasons %s and no others, but it was refused for %s", wanted, told());
    }
    return this;
  }

  /** Some reason tells this. */
  public RefusalAssert with(String detail, Object value) {
    boolean found =
        actual.reasons().stream()
            .anyMatch(r -> String.valueOf(value).equals(String.valueOf(r.details().get(detail))));
    if (!found) {
      failWithMessage(
          "Expected a reason with %s = %s, but it was refused for %s", detail, value, told());
    }
    return this;
  }

  private List<String> codes() {
    return actual.reasons().stream().map(Reason::code).map(ReasonCode::code).toList();
  }

  private List<String> told() {
    return actual.reasons().stream().map(r -> r.code().code() + " " + r.details()).toList();
  }
}
