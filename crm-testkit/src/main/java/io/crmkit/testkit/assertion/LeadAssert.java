package io.crmkit.testkit.assertion;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadChannel;
import io.crmkit.api.sales.lead.LeadConversion;
import io.crmkit.api.sales.lead.LeadStatus;
import io.crmkit.api.sales.opportunity.OpportunityId;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assertions on a lead. */
public final class LeadAssert extends RecordAssert<LeadAssert, Lead> {

  /** For {@code CrmAssertions.assertThat}. */
  public LeadAssert(@Nullable Lead actual) {
    super(actual, LeadAssert.class);
  }

  /** It has come so far. */
  public LeadAssert is(LeadStatus wanted) {
    isNotNull();
    return same("status", wanted, actual.state().status());
  }

  /** It is so promising, 0 to 100. */
  public LeadAssert hasScore(int wanted) {
    isNotNull();
    return same("score", wanted, actual.state().score());
  }

  /** This person looks after it. */
  public LeadAssert isOwnedBy(String wanted) {
    isNotNull();
    return same("owner", wanted, actual.state().owner());
  }

  /** Nobody looks after it yet. */
  public LeadAssert hasNoOwner() {
    isNotNull();
    return none("owner", actual.state().owner());
  }

  /** It came in this way. */
  public LeadAssert cameBy(LeadChannel wanted) {
    isNotNull();
    return same("channel", wanted, actual.origin().channel());
  }

  /** It became this customer. */
  public LeadAssert becameCustomer(CustomerId wanted) {
    isNotNull();
    return same("customer", wanted, actual.conversion().customer());
  }

  /** Its person became this contact. */
  public LeadAssert becameContact(ContactId wanted) {
    isNotNull();
    return same("contact", wanted, actual.conversion().contact());
  }

  /** It became this opportunity. */
  public LeadAssert becameOpportunity(OpportunityId wanted) {
    isNotNull();
    return same("opportunity", wanted, actual.conversion().opportunity());
  }

  /** It has become nothing yet. */
  public LeadAssert isNotConverted() {
    isNotNull();
    LeadConversion found = actual.conversion();
    return holds(
        found.equals(LeadConversion.none()),
        "not to be converted",
        "it became the opportunity <" + found.opportunity() + "> at <" + found.convertedAt() + ">");
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  /** Leads have no number; whoever has the need tells them apart. */
  @Override
  String describe() {
    return Stream.of(
            actual.prospect().organization(), actual.prospect().person(), actual.need().topic())
        .filter(Objects::nonNull)
        .findFirst()
        .map(name -> "the lead " + name)
        .orElse("the lead of nobody known");
  }
}
