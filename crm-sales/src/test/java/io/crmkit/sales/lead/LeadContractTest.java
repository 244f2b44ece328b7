package io.crmkit.sales.lead;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.lead.AmendLead;
import io.crmkit.api.sales.lead.AssignLead;
import io.crmkit.api.sales.lead.CaptureLead;
import io.crmkit.api.sales.lead.ConvertLead;
import io.crmkit.api.sales.lead.DisqualifyLead;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadCaptured;
import io.crmkit.api.sales.lead.LeadChannel;
import io.crmkit.api.sales.lead.LeadConversion;
import io.crmkit.api.sales.lead.LeadDeal;
import io.crmkit.api.sales.lead.LeadForm;
import io.crmkit.api.sales.lead.LeadNeed;
import io.crmkit.api.sales.lead.LeadNeedBuilder;
import io.crmkit.api.sales.lead.LeadStatus;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.lead.Prospect;
import io.crmkit.api.sales.lead.ProspectBuilder;
import io.crmkit.api.sales.lead.QualifyLead;
import io.crmkit.api.sales.lead.ReviveLead;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.value.Money;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.time.LocalDate;
import java.util.Map;

class LeadContractTest {

  private static CaptureLead webForm(String key) {
    Prospect prospect =
        ProspectBuilder.builder()
            .organization("河畔医院")
            .person("王敏")
            .jobTitle("Head of IT")
            .email("wang.min@example.org")
            .phone("021 6432 1234")
            .city("Shanghai")
            .country("CN")
            .build();
    LeadNeed need =
        new LeadNeed(
            "New servers",
            "Two racks",
            "Server",
            Money.of("50000", "CNY"),
            LocalDate.parse("2026-06-30"));
    return new CaptureLead(
        LeadChannel.WEB_FORM,
        "www.example.com",
        key,
        "spring",
        new LeadForm(prospect, need, Map.of("floor", "3", "说明", "急")),
        "lily");
  }

  private static Lead qualified(TestCrm crm, CaptureLead capture) {
    Lead lead = crm.get(Leads.class).capture(capture);
    return crm.get(Leads.class).qualify(new QualifyLead(lead.id(), lead.version(), "real budget"));
  }

  @OnEveryStorage
  void a_form_that_comes_twice_is_one_lead(TestCrm crm) {
    Leads leads = crm.get(Leads.class);
    Lead first = leads.capture(webForm("form-1"));

    Lead second = leads.capture(webForm("form-1"));

    assertThat(second).isEqualTo(first);
    assertThat(leads.page(Query.everything()).items()).hasSize(1);
    assertThat(crm.events(LeadCaptured.class)).hasSize(1);
  }

  @OnEveryStorage
  void the_same_key_with_another_form_is_refused(TestCrm crm) {
    Leads leads = crm.get(Leads.class);
    leads.capture(webForm("form-1"));
    LeadForm other = webForm("form-1").form().withAnswers(Map.of("floor", "4"));

    assertRefused(
        () -> leads.capture(webForm("form-1").withForm(other)), SalesReason.LEAD_KEY_TAKEN);
  }

  @OnEveryStorage
  void forms_without_a_key_are_leads_of_their_own(TestCrm crm) {
    Leads leads = crm.get(Leads.class);

    leads.capture(webForm(null));
    leads.capture(webForm(null));

    assertThat(leads.page(Query.everything()).items()).hasSize(2);
  }

  @OnEveryStorage
  void one_of_many_captures_at_once_makes_the_lead(TestCrm crm) {
    Race<Lead> race = Race.of(4, i -> crm.get(Leads.class).capture(webForm("form-1")));

    assertThat(race.lost()).isEmpty();
    assertThat(race.won().stream().map(Lead::id).distinct()).hasSize(1);
  }

  @OnEveryStorage
  void what_was_filled_in_stays_when_more_becomes_known(TestCrm crm) {
    Leads leads = crm.get(Leads.class);
    Lead lead = leads.capture(webForm("form-1"));

    Lead amended =
        leads.amend(
            new AmendLead(
                lead.id(),
                lead.version(),
                lead.prospect().withCity("Hangzhou"),
                lead.need().withBudget(Money.of("80000", "CNY"))));

    assertThat(amended.form()).isEqualTo(webForm("form-1").form());
    assertThat(leads.get(lead.id()).prospect().city()).isEqualTo("Hangzhou");
  }

  @OnEveryStorage
  void a_full_form_scores_higher_than_a_bare_name(TestCrm crm) {
    LeadForm bare =
        new LeadForm(
            ProspectBuilder.builder().person("Ann").build(),
            LeadNeedBuilder.builder().build(),
            Map.of());

    Lead full = crm.get(Leads.class).capture(webForm("a"));
    Lead poor = crm.get(Leads.class).capture(webForm("b").withForm(bare));

    assertThat(full.state().score()).isEqualTo(100);
    assertThat(poor.state().score()).isEqualTo(10);
  }

  @OnEveryStorage
  void every_fault_of_a_form_is_told_at_once(TestCrm crm) {
    LeadForm form =
        new LeadForm(
            ProspectBuilder.builder().country("China").build(),
            LeadNeedBuilder.builder().budget(Money.of("-1", "EUR")).build(),
            Map.of());

    assertInvalid(
        () ->
            crm.get(Leads.class)
                .capture(new CaptureLead(LeadChannel.CALL, " ", null, null, form, null)),
        "source",
        "form.prospect.country",
        "form.prospect",
        "form.need.budget");
  }

  @OnEveryStorage
  void a_qualified_lead_becomes_organization_contact_and_opportunity(TestCrm crm) {
    crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.pipeline()));
    Lead lead = qualified(crm, webForm("form-1"));

    Lead converted =
        crm.get(Leads.class)
            .convert(new ConvertLead(lead.id(), lead.version(), null, null, LeadDeal.fromLead()));

    LeadConversion became = converted.conversion();
    Customer organization = crm.get(Customers.class).get(became.customer());
    Contact contact = crm.get(Contacts.class).get(became.contact());
    Opportunity opportunity = crm.get(Opportunities.class).get(became.opportunity());
    assertThat(organization.name().chinese()).isEqualTo("河畔医院");
    assertThat(contact.organization()).isEqualTo(organization.id());
    assertThat(contact.post().title()).isEqualTo("Head of IT");
    assertThat(opportunity.customer()).isEqualTo(organization.id());
    assertThat(opportunity.owner().person()).isEqualTo("lily");
    assertThat(opportunity.origin().lead()).isEqualTo(lead.id());
    assertThat(opportunity.deal().amount()).isEqualTo(Money.of("50000", "CNY"));
  }

  @OnEveryStorage
  void every_answer_travels_to_the_opportunity(TestCrm crm) {
    crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.pipeline()));
    Lead lead = qualified(crm, webForm("form-1"));

    Lead converted =
        crm.get(Leads.class)
            .convert(new ConvertLead(lead.id(), lead.version(), null, null, LeadDeal.fromLead()));

    Opportunity opportunity =
        crm.get(Opportunities.class).get(converted.conversion().opportunity());
    assertThat(opportunity.answers())
        .containsEntry("floor", "3")
        .containsEntry("说明", "急")
        .containsEntry("need.description", "Two racks")
        .containsEntry("prospect.city", "Shanghai");
  }

  @OnEveryStorage
  void a_lead_can_become_an_opportunity_of_a_customer_that_is_there(TestCrm crm) {
    crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.pipeline()));
    CustomerId customer = SalesFixture.customer(crm.session(), "Riverside");
    ContactId contact = SalesFixture.contact(crm.session(), customer, "Ann Lee");
    Lead lead = qualified(crm, webForm("form-1"));

    Lead converted =
        crm.get(Leads.class)
            .convert(
                new ConvertLead(lead.id(), lead.version(), customer, contact, LeadDeal.fromLead()));

    assertThat(converted.conversion().customer()).isEqualTo(customer);
    assertThat(converted.conversion().contact()).isEqualTo(contact);
  }

  @OnEveryStorage
  void nothing_is_left_behind_when_converting_fails(TestCrm crm) {
    Lead lead = qualified(crm, webForm("form-1"));
    Fingerprint before = crm.fingerprint();

    assertRefused(
        () ->
            crm.get(Leads.class)
                .convert(
                    new ConvertLead(lead.id(), lead.version(), null, null, LeadDeal.fromLead())),
        SalesReason.PIPELINE_UNKNOWN);

    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void a_telephone_number_that_is_none_travels_with_the_answers(TestCrm crm) {
    crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.pipeline()));
    CaptureLead capture = webForm("form-1");
    Prospect prospect = capture.form().prospect().withPhone("call me").withEmail("at work");
    Lead lead = qualified(crm, capture.withForm(capture.form().withProspect(prospect)));

    Lead converted =
        crm.get(Leads.class)
            .convert(new ConvertLead(lead.id(), lead.version(), null, null, LeadDeal.fromLead()));

    assertThat(crm.get(Opportunities.class).get(converted.conversion().opportunity()).answers())
        .containsEntry("prospect.phone", "call me")
        .containsEntry("prospect.email", "at work");
  }

  @OnEveryStorage
  void a_converted_lead_no_longer_changes(TestCrm crm) {
    crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.pipeline()));
    Leads leads = crm.get(Leads.class);
    Lead lead = qualified(crm, webForm("form-1"));
    Lead converted =
        leads.convert(new ConvertLead(lead.id(), lead.version(), null, null, LeadDeal.fromLead()));

    assertRefused(
        () -> leads.assign(new AssignLead(lead.id(), converted.version(), "bob")),
        SalesReason.LEAD_STEP);
    assertRefused(
        () ->
            leads.convert(
                new ConvertLead(lead.id(), converted.version(), null, null, LeadDeal.fromLead())),
        SalesReason.LEAD_STEP);
  }

  @OnEveryStorage
  void a_disqualified_lead_says_why_and_can_be_revived(TestCrm crm) {
    Leads leads = crm.get(Leads.class);
    Lead lead = leads.capture(webForm("form-1"));

    Lead out = leads.disqualify(new DisqualifyLead(lead.id(), lead.version(), "no money"));
    Lead back = leads.revive(new ReviveLead(out.id(), out.version(), "new budget"));

    assertThat(out.state().reason()).isEqualTo("no money");
    assertThat(back.state().status()).isEqualTo(LeadStatus.NEW);
  }
}
