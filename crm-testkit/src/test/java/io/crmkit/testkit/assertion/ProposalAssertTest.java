package io.crmkit.testkit.assertion;

import static io.crmkit.testkit.CrmAssertions.assertThat;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.document.DocumentId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalId;
import io.crmkit.api.proposal.ProposalIssue;
import io.crmkit.api.proposal.ProposalStatus;
import io.crmkit.api.proposal.ProposalSubject;
import io.crmkit.api.value.EntityRef;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProposalAssertTest {

  private static final CustomerId CUSTOMER = new CustomerId(Failing.ONE);
  private static final EntityRef ABOUT = EntityRef.of(Customer.ENTITY, CUSTOMER);
  private static final ProposalIssue ISSUE =
      new ProposalIssue(new DocumentId(Failing.ONE), Instant.parse("2026-03-02T12:00:00Z"), "lily");

  private static Proposal proposal() {
    return new Proposal(
        new ProposalId(Failing.ONE),
        1,
        "P-1",
        "A new hall",
        Locale.ENGLISH,
        new ProposalSubject(CUSTOMER, ABOUT),
        ProposalStatus.DRAFT,
        "max",
        null,
        CustomValues.none());
  }

  private static Proposal issued() {
    return proposal().withStatus(ProposalStatus.ISSUED).withIssue(ISSUE);
  }

  @Test
  void what_is_so_passes() {
    assertThat(proposal())
        .is(ProposalStatus.DRAFT)
        .hasNumber("P-1")
        .isTitled("A new hall")
        .isOwnedBy("max")
        .belongsTo(CUSTOMER)
        .isAbout(ABOUT)
        .isWrittenIn(Locale.ENGLISH)
        .isNotIssued();
    assertThat(issued()).is(ProposalStatus.ISSUED).isIssuedBy("lily");
  }

  @Test
  void what_is_not_so_fails_and_tells_what_is() {
    Failing.says(
        "Expected the status <ISSUED> of the proposal P-1 but it is <DRAFT>",
        () -> assertThat(proposal()).is(ProposalStatus.ISSUED));
    Failing.says(
        "Expected the number <P-2> of the proposal P-1 but it is <P-1>",
        () -> assertThat(proposal()).hasNumber("P-2"));
    Failing.says(
        "Expected the title <A hall> of the proposal P-1 but it is <A new hall>",
        () -> assertThat(proposal()).isTitled("A hall"));
    Failing.says(
        "Expected the owner <lily> of the proposal P-1 but it is <max>",
        () -> assertThat(proposal()).isOwnedBy("lily"));
    Failing.says(
        "Expected the language <zh> of the proposal P-1 but it is <en>",
        () -> assertThat(proposal()).isWrittenIn(Locale.CHINESE));
  }

  @Test
  void another_customer_or_subject_fails_and_is_told() {
    CustomerId other = new CustomerId(Failing.OTHER);
    EntityRef elsewhere = EntityRef.of(Customer.ENTITY, other);
    Failing.says(
        "Expected the customer <" + other + "> of the proposal P-1 but it is <" + CUSTOMER + ">",
        () -> assertThat(proposal()).belongsTo(other));
    Failing.says(
        "Expected the subject <" + elsewhere + "> of the proposal P-1 but it is <" + ABOUT + ">",
        () -> assertThat(proposal()).isAbout(elsewhere));
  }

  @Test
  void an_issue_that_is_missing_or_there_fails_and_is_told() {
    Failing.says(
        "Expected the issuer <lily> of the proposal P-1 but it has none",
        () -> assertThat(proposal()).isIssuedBy("lily"));
    Failing.says(
        "Expected no issue of the proposal P-1 but it is <" + ISSUE + ">",
        () -> assertThat(issued()).isNotIssued());
  }
}
