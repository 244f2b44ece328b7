package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.Product;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.testkit.assertion.AssetAssert;
import io.crmkit.testkit.assertion.ContactAssert;
import io.crmkit.testkit.assertion.CustomerAssert;
import io.crmkit.testkit.assertion.LeadAssert;
import io.crmkit.testkit.assertion.OpportunityAssert;
import io.crmkit.testkit.assertion.ProductAssert;
import io.crmkit.testkit.assertion.ProposalAssert;
import io.crmkit.testkit.assertion.QuoteAssert;
import io.crmkit.testkit.assertion.RefusalAssert;
import io.crmkit.testkit.assertion.SalesOrderAssert;
import io.crmkit.testkit.assertion.ServiceContractAssert;
import io.crmkit.testkit.assertion.ServiceRequestAssert;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on records and on how CrmKit says no. {@code assertThat} can be imported beside that
 * of AssertJ.
 */
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
    Assertions.assertThat(thrown).isInstanceOf(Refused.class);
    List<Reason> reasons = ((Refused) thrown).reasons();
    assertReasons(reasons, codes);
    return reasons;
  }

  /** These are exactly the reasons, in any order, told in words; for rehearsals. */
  public static void assertReasons(List<Reason> reasons, ReasonCode... codes) {
    Assertions.assertThat(reasons.stream().map(r -> r.code().code()))
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
    Assertions.assertThat(thrown).isInstanceOf(InvalidInput.class);
    List<InvalidInput.Fault> faults = ((InvalidInput) thrown).faults();
    Assertions.assertThat(faults.stream().map(InvalidInput.Fault::path))
        .containsExactlyInAnyOrder(paths);
    return faults;
  }

  /**
   * The call is refused.
   *
   * @return what can be said of the refusal
   */
  public static RefusalAssert assertThatRefused(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    if (thrown instanceof Refused refused) {
      return new RefusalAssert(refused);
    }
    AssertionError error =
        new AssertionError(
            thrown == null
                ? "Expected the call to be refused, but it was done"
                : "Expected the call to be refused, but it ended with " + thrown);
    error.initCause(thrown);
    throw error;
  }

  public static OpportunityAssert assertThat(@Nullable Opportunity actual) {
    return new OpportunityAssert(actual);
  }

  public static CustomerAssert assertThat(@Nullable Customer actual) {
    return new CustomerAssert(actual);
  }

  public static QuoteAssert assertThat(@Nullable Quote actual) {
    return new QuoteAssert(actual);
  }

  public static AssetAssert assertThat(@Nullable Asset actual) {
    return new AssetAssert(actual);
  }

  public static ServiceRequestAssert assertThat(@Nullable ServiceRequest actual) {
    return new ServiceRequestAssert(actual);
  }

  public static LeadAssert assertThat(@Nullable Lead actual) {
    return new LeadAssert(actual);
  }

  public static ContactAssert assertThat(@Nullable Contact actual) {
    return new ContactAssert(actual);
  }

  public static SalesOrderAssert assertThat(@Nullable SalesOrder actual) {
    return new SalesOrderAssert(actual);
  }

  public static ProductAssert assertThat(@Nullable Product actual) {
    return new ProductAssert(actual);
  }

  public static ServiceContractAssert assertThat(@Nullable ServiceContract actual) {
    return new ServiceContractAssert(actual);
  }

  public static ProposalAssert assertThat(@Nullable Proposal actual) {
    return new ProposalAssert(actual);
  }
}
