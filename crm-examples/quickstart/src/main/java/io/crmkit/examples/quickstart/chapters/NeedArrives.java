package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.sales.lead.CaptureLead;
import io.crmkit.api.sales.lead.ConvertLead;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadChannel;
import io.crmkit.api.sales.lead.LeadDeal;
import io.crmkit.api.sales.lead.LeadForm;
import io.crmkit.api.sales.lead.LeadNeed;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.lead.Prospect;
import io.crmkit.api.sales.lead.QualifyLead;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Step 1: a need becomes a lead, and the lead a customer, a contact and an opportunity. */
public final class NeedArrives implements Chapter {

  private static final String SOURCE = "www.northlight.example";

  @Override
  public Label title() {
    return new Label("A need arrives from the web", "网上来了一个需求");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of(Leads.class);
  }

  @Override
  public void tell(Tale tale) {
    tale.get(Pipelines.class).define(new DefinePipeline(tale.facts().pipeline()));
    Lead lead = capture(tale);
    Lead qualified = qualify(tale, lead);
    Lead converted = convert(tale, qualified);
    nameInBothScripts(tale);
    nothingIsLost(tale, converted);
  }

  private Lead capture(Tale tale) {
    Leads leads = tale.get(Leads.class);
    tale.at(0, "09:12");
    CaptureLead form =
        new CaptureLead(
            LeadChannel.WEB_FORM, SOURCE, "form-20260302-0001", null, form(tale), "lily");
    Lead lead = leads.capture(form);
    tale.tell()
        .say(
            "A web form comes in from {0}: \"{1}\", score {2}.",
            "{0} 提交了网页表单：“{1}”，评分 {2}。",
            Objects.requireNonNull(lead.prospect().organization()),
            Objects.requireNonNull(lead.need().topic()),
            lead.state().score());
    tale.at(0, "09:13");
    Lead again = leads.capture(form);
    tale.tell()
        .say(
            "The browser sends it again: {0}.",
            "浏览器又提交了一次：{0}。",
            again.id().equals(lead.id())
                ? new Label("the same lead, nothing is doubled", "仍是同一条线索，没有重复")
                : new Label("ANOTHER LEAD", "出现了另一条线索"));
    return lead;
  }

  private LeadForm form(Tale tale) {
    Prospect prospect =
        new Prospect(
            tale.text("Riverside Hospital", "河畔医院"),
            tale.text("Zhang Min", "张敏"),
            tale.text("Head of radiology", "放射科主任"),
            "min.zhang@riverside-hospital.example",
            "+86 21 6432 1288",
            tale.text("Shanghai", "上海"),
            "CN");
    LeadNeed need =
        new LeadNeed(
            tale.text("A new X-ray room by summer", "夏天前建成新的X光室"),
            tale.text(
                "The old machine fails twice a month; we need digital pictures.",
                "旧设备每月坏两次，我们需要数字化影像。"),
            "XR-900",
            null,
            tale.day(120));
    return new LeadForm(
        prospect, need, Map.of("rooms", "1", "patients-per-day", "140", "floor-load", "7.5 kN/m2"));
  }

  private Lead qualify(Tale tale, Lead lead) {
    tale.at(1, "10:00");
    String why = tale.text("Budget year 2026, own building", "已列入2026年预算，自有楼房");
    Lead qualified = tale.get(Leads.class).qualify(new QualifyLead(lead.id(), lead.version(), why));
    tale.tell().say("Lily calls back and qualifies it: {0}.", "Lily 回电并确认线索有效：{0}。", why);
    return qualified;
  }

  private Lead convert(Tale tale, Lead lead) {
    LeadDeal deal =
        LeadDeal.fromLead()
            .withPipeline(tale.facts().pipeline().code())
            .withOwner(new Salesperson("lily", "imaging", "east"));
    Lead converted =
        tale.get(Leads.class).convert(new ConvertLead(lead.id(), lead.version(), null, null, deal));
    tale.cast().play(Role.CUSTOMER, Objects.requireNonNull(converted.conversion().customer()));
    tale.cast().play(Role.USER, Objects.requireNonNull(converted.conversion().contact()));
    tale.cast()
        .play(Role.OPPORTUNITY, Objects.requireNonNull(converted.conversion().opportunity()));
    return converted;
  }

  private void nameInBothScripts(Tale tale) {
    Customers customers = tale.get(Customers.class);
    Customer customer = customers.get(tale.cast().get(Role.CUSTOMER));
    CustomerProfile profile = customer.profile().withSector("hospital").withEmployees(820);
    Customer named =
        customers.update(
            UpdateCustomer.of(customer)
                .withName(CustomerName.of("Riverside Hospital", "河畔医院"))
                .withProfile(profile));
    CustomerName person = CustomerName.of("Zhang Min", "张敏");
    name(tale, person);
    tale.tell()
        .say(
            "One step makes it organization {0} {1}, contact {2} and an opportunity.",
            "一步转换为单位 {0} {1}、联系人 {2} 和一个商机。", named.number(), named.name(), person);
  }

  private void name(Tale tale, CustomerName name) {
    Contact contact = tale.get(Contacts.class).get(tale.cast().get(Role.USER));
    Customers customers = tale.get(Customers.class);
    customers.update(UpdateCustomer.of(customers.get(contact.person())).withName(name));
  }

  private void nothingIsLost(Tale tale, Lead lead) {
    Opportunity opportunity = tale.get(Opportunities.class).get(tale.cast().get(Role.OPPORTUNITY));
    boolean kept = opportunity.answers().entrySet().containsAll(lead.form().answers().entrySet());
    tale.tell()
        .say(
            "Of what was filled in, {0} answers travel along with the opportunity: {1}.",
            "表单中填写的 {0} 项内容随商机保留：{1}。",
            opportunity.answers().size(),
            kept ? new Label("nothing is lost", "没有丢失") : new Label("SOMETHING IS LOST", "有丢失"));
  }
}
