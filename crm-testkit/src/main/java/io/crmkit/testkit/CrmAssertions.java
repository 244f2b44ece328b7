package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions on how CrmKit says no. */
public final class CrmAssertions {

  private CrmAssertions() {}

  /**
   * The call is refused for exactly these reasons, in any order, and the texts of all reasons are
   * made of words in both languages: no <code>{placeholder}</code>, code or id is left in them.
   *
   * @return the reasons, to look at their details
   */
  public static List<Reason> assertRefused(ThrowingCallable call, ReasonCode... codes) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(Refused.class);
    List<Reason> reasons = ((Refused) thrown).reasons();
    assertReasons(reasons, codes);
    return reasons;
  }

  /** These are exactly the reasons, in any order, told in words; for rehearsals. */
  public static void assertReasons(List<Reason> reasons, ReasonCode... codes) {
    assertThat(reasons.stream().map(r -> r.code().code()))
        .containsExactlyInAnyOrderElementsOf(Stream.of(codes).map(ReasonCode::code).toList());
    reasons.forEach(PlainWords::assertPlain);
  }

  /**
   * The call is malformed in exactly these fields, in any order.
   *
   * @return the faults, to look at what they say
   */
  public static List<InvalidInput.Fault> assertInvalid(ThrowingCallable call, String... paths) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(InvalidInput.class);
    List<InvalidInput.Fault> faults = ((InvalidInput) thrown).faults();
    assertThat(faults.stream().map(InvalidInput.Fault::path)).containsExactlyInAnyOrder(paths);
    return faults;
  }
}
