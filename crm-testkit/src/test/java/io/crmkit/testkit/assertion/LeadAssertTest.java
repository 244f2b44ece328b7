package io.crmkit.testkit.assertion;

import static io.crmkit.testkit.CrmAssertions.assertThat;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadChannel;
import io.crmkit.api.sales.lead.LeadConversion;
import io.crmkit.api.sales.lead.LeadForm;
import io.crmkit.api.sales.lead.LeadId;
import io.crmkit.api.sales.lead.LeadNeed;
import io.crmkit.api.sales.lead.LeadOrigin;
import io.crmkit.api.sales.lead.LeadState;
import io.crmkit.api.sales.lead.LeadStatus;
import io.crmkit.api.sales.lead.Prospect;
import io.crmkit.api.sales.opportunity.OpportunityId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadAssertTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final CustomerId CUSTOMER = new CustomerId(Failing.ONE);
  private static final ContactId CONTACT = new ContactId(Failing.ONE);
  private static final OpportunityId DEAL = new OpportunityId(Failing.ONE);

  private static Lead lead() {
    Prospect prospect = new Prospect("Acme", "Ann Lee", null, null, null, null, null);
    LeadNeed need = new LeadNeed("A press", null, null, null, null);
    return new Lead(
        new LeadId(Failing.ONE),
        1,
        new LeadOrigin(LeadChannel.FAIR, "Hannover", null, null, NOON),
        new LeadForm(prospect, need, Map.of()),
        prospect,
        need,
        new LeadState(LeadStatus.NEW, 40, null, null),
        LeadConversion.none(),
        CustomValues.none());
  }

  private static Lead converted() {
    return lead()
        .withState(new LeadState(LeadStatus.CONVERTED, 40, "lily", null))
        .withConversion(new LeadConversion(CUSTOMER, CONTACT, DEAL, NOON));
  }

  @Test
  void what_is_so_passes() {
    assertThat(lead())
        .is(LeadStatus.NEW)
        .hasScore(40)
        .hasNoOwner()
        .cameBy(LeadChannel.FAIR)
        .isNotConverted();
    assertThat(converted())
        .is(LeadStatus.CONVERTED)
        .isOwnedBy("lily")
        .becameCustomer(CUSTOMER)
        .becameContact(CONTACT)
        .becameOpportunity(DEAL);
  }

  @Test
  void what_is_not_so_fails_and_tells_what_is() {
    Failing.says(
        "Expected the status <QUALIFIED> of the lead Acme but it is <NEW>",
        () -> assertThat(lead()).is(LeadStatus.QUALIFIED));
    Failing.says(
        "Expected the score <90> of the lead Acme but it is <40>",
        () -> assertThat(lead()).hasScore(90));
    Failing.says(
        "Expected the channel <CALL> of the lead Acme but it is <FAIR>",
        () -> assertThat(lead()).cameBy(LeadChannel.CALL));
    Failing.says(
        "Expected the owner <lily> of the lead Acme but it has none",
        () -> assertThat(lead()).isOwnedBy("lily"));
    Failing.says(
        "Expected no owner of the lead Acme but it is <lily>",
        () -> assertThat(converted()).hasNoOwner());
  }

  @Test
  void a_conversion_that_was_not_or_was_otherwise_is_told() {
    Failing.says(
        "Expected the customer <" + CUSTOMER + "> of the lead Acme but it has none",
        () -> assertThat(lead()).becameCustomer(CUSTOMER));
    Failing.says(
        "Expected the contact <" + CONTACT + "> of the lead Acme but it has none",
        () -> assertThat(lead()).becameContact(CONTACT));
    OpportunityId other = new OpportunityId(Failing.OTHER);
    Failing.says(
        "Expected the opportunity <" + other + "> of the lead Acme but it is <" + DEAL + ">",
        () -> assertThat(converted()).becameOpportunity(other));
    Failing.says(
        "Expected the lead Acme not to be converted but it became the opportunity <"
            + DEAL
            + "> at <2026-03-02T12:00:00Z>",
        () -> assertThat(converted()).isNotConverted());
  }

  @Test
  void a_lead_is_called_by_what_is_known_of_it() {
    Lead person = lead().withProspect(lead().prospect().withOrganization(null));
    Lead topic = person.withProspect(person.prospect().withPerson(null));
    Lead nothing = topic.withNeed(topic.need().withTopic(null));

    Failing.says(
        "Expected the score <90> of the lead Ann Lee but it is <40>",
        () -> assertThat(person).hasScore(90));
    Failing.says(
        "Expected the score <90> of the lead A press but it is <40>",
        () -> assertThat(topic).hasScore(90));
    Failing.says(
        "Expected the score <90> of the lead of nobody known but it is <40>",
        () -> assertThat(nothing).hasScore(90));
  }
}
