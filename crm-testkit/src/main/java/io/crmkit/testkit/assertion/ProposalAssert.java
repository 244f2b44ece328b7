package io.crmkit.testkit.assertion;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalIssue;
import io.crmkit.api.proposal.ProposalStatus;
import io.crmkit.api.value.EntityRef;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Assertions on a proposal. */
public final class ProposalAssert extends RecordAssert<ProposalAssert, Proposal> {

  /** For {@code CrmAssertions.assertThat}. */
  public ProposalAssert(@Nullable Proposal actual) {
    super(actual, ProposalAssert.class);
  }

  /** It has come so far. */
  public ProposalAssert is(ProposalStatus wanted) {
    isNotNull();
    return same("status", wanted, actual.status());
  }

  /** It has this number. */
  public ProposalAssert hasNumber(String wanted) {
    isNotNull();
    return same("number", wanted, actual.number());
  }

  /** It has this title. */
  public ProposalAssert isTitled(String wanted) {
    isNotNull();
    return same("title", wanted, actual.title());
  }

  /** This person has drafted it. */
  public ProposalAssert isOwnedBy(String wanted) {
    isNotNull();
    return same("owner", wanted, actual.owner());
  }

  /** It is meant for this customer. */
  public ProposalAssert belongsTo(CustomerId wanted) {
    isNotNull();
    return same("customer", wanted, actual.subject().customerId());
  }

  /** It is about this record. */
  public ProposalAssert isAbout(EntityRef wanted) {
    isNotNull();
    return same("subject", wanted, actual.subject().about());
  }

  /** It is written in this language. */
  public ProposalAssert isWrittenIn(Locale wanted) {
    isNotNull();
    return same("language", wanted, actual.language());
  }

  /** This person has issued it. */
  public ProposalAssert isIssuedBy(String wanted) {
    isNotNull();
    ProposalIssue issue = actual.issue();
    return same("issuer", wanted, issue == null ? null : issue.by());
  }

  /** Nothing was given to the customer yet. */
  public ProposalAssert isNotIssued() {
    isNotNull();
    return none("issue", actual.issue());
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  @Override
  String describe() {
    return "the proposal " + actual.number();
  }
}
