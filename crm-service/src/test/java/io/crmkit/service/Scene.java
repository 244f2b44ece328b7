package io.crmkit.service;

import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.asset.AssetFacts;
import io.crmkit.api.asset.AssetFacts.WarrantyFact;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.service.Impact;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.Urgency;
import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.BusinessCalendars;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.DefineCalendar;
import io.crmkit.api.service.calendar.WeeklyHours;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.request.OpenRequest;
import io.crmkit.api.service.request.RequestReport;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.service.sla.DefineServiceLevel;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelTerms;
import io.crmkit.api.service.sla.ServiceLevels;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * A customer in Shanghai with a system, a machine in it and a part in that, and an office that
 * works 09:00 to 12:00 and 13:30 to 18:00. The clock stands at Monday, 12 January 2026, 11:00.
 */
public final class Scene {

  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  public static final BusinessCalendar OFFICE =
      BusinessCalendar.of(
          SHANGHAI, WeeklyHours.workweek(DayHours.parse("09:00-12:00 13:30-18:00")));

  public final TestCrm crm;
  public final CustomerId customer;
  public final AssetId system;
  public final AssetId machine;
  public final AssetId part;
  public final ServiceLevel gold;

  private Scene(TestCrm crm) {
    this.crm = crm;
    crm.profile(new TenantProfile(SHANGHAI, Currency.getInstance("CNY"), Locale.ENGLISH));
    crm.clock().set(at("12 11:00"));
    customer =
        crm.get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Hospital", "医院")))
            .id();
    system = new AssetId(crm.newId());
    machine = new AssetId(crm.newId());
    part = new AssetId(crm.newId());
    unit("system 1", List.of(system));
    unit("machine 2", List.of(machine, system));
    unit("part 3", List.of(part, machine, system));
    crm.get(BusinessCalendars.class).define(new DefineCalendar("office", "Office hours", OFFICE));
    gold = level(Duration.ofHours(2), Duration.ofHours(8));
  }

  public static Scene in(TestCrm crm) {
    return new Scene(crm);
  }

  /** A day in January 2026 and a time of day in Shanghai: {@code "12 11:00"}. */
  public static Instant at(String dayAndTime) {
    return LocalDateTime.parse("2026-01-" + dayAndTime.replace(' ', 'T'))
        .atZone(SHANGHAI)
        .toInstant();
  }

  public CrmSession session() {
    return crm.session();
  }

  public ServiceContracts contracts() {
    return crm.get(ServiceContracts.class);
  }

  public ServiceRequests requests() {
    return crm.get(ServiceRequests.class);
  }

  /** Defines the level gold, or its next revision, with these targets for high priority. */
  public ServiceLevel level(Duration response, Duration resolution) {
    ServiceLevelTerms terms =
        ServiceLevelTerms.on("office")
            .with(Priority.HIGH, response, resolution)
            .with(Priority.LOW, Duration.ofHours(8), Duration.ofHours(40));
    return crm.get(ServiceLevels.class).define(new DefineServiceLevel("gold", "Gold", terms));
  }

  public ServiceContract draft(CoverageItem... coverage) {
    return contracts().draft(DraftServiceContract.of(customer, year2026(), List.of(coverage)));
  }

  public ServiceContract active(CoverageItem... coverage) {
    return contracts().activate(ContractStep.of(draft(coverage)));
  }

  public ContractTerms year2026() {
    return ContractTerms.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), gold.id());
  }

  public OpenRequest aboutPart() {
    return about(RequestSubject.about(customer, part));
  }

  public OpenRequest about(RequestSubject subject) {
    return new OpenRequest(
        subject,
        RequestReport.incident("Pump leaks 漏水", "since this morning"),
        Impact.SIGNIFICANT,
        Urgency.HIGH);
  }

  public ServiceRequest opened() {
    return requests().open(aboutPart());
  }

  /** Gives the part a warranty. */
  public void warranty(LocalDate start, LocalDate end) {
    List<WarrantyFact> warranties = new ArrayList<>();
    warranties.add(new WarrantyFact("full", start, end, "parts and labour"));
    unit("part 3", List.of(part, machine, system), warranties);
  }

  private void unit(String label, List<AssetId> path) {
    unit(label, path, List.of());
  }

  private void unit(String label, List<AssetId> path, List<WarrantyFact> warranties) {
    crm.setup(UnitBook.class)
        .add(new AssetFacts(path.get(0), customer, null, label, path, false, warranties));
  }
}
