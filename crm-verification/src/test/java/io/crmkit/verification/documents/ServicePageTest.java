package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.service.Impact;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.Urgency;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.BusinessCalendars;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.DefineCalendar;
import io.crmkit.api.service.calendar.WeeklyHours;
import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.entitlement.Candidate;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.api.service.request.OpenRequest;
import io.crmkit.api.service.request.PauseRequest;
import io.crmkit.api.service.request.RequestReport;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.RequestStep;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.DefineServiceLevel;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.service.sla.ServiceLevelTerms;
import io.crmkit.api.service.sla.ServiceLevels;
import io.crmkit.api.service.sla.SlaClock;
import io.crmkit.api.service.sla.SlaTarget;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Runs the examples of docs/service.md, on a Monday at 11:00 in Shanghai. */
class ServicePageTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** What the customer has. */
  private record Site(CustomerId customer, AssetId system, AssetId part) {}

  private static Site site(TestCrm crm) {
    crm.profile(new TenantProfile(SHANGHAI, Currency.getInstance("CNY"), Locale.ENGLISH));
    crm.clock().set(Instant.parse("2026-01-12T03:00:00Z"));
    CustomerId customer =
        crm.get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Hospital", "医院")))
            .id();
    Assets assets = crm.get(Assets.class);
    AssetId system =
        assets
            .register(RegisterAsset.ofOurs(customer, AssetIdentity.ofModel(null, "Press line")))
            .id();
    AssetId part =
        assets
            .register(
                RegisterAsset.ofOurs(customer, AssetIdentity.ofModel(null, "Pump"))
                    .withPlacement(Placement.within(system, UnitRole.PART)))
            .id();
    return new Site(customer, system, part);
  }

  private static ServiceLevel gold(CrmSession session) {
    // begin docs/service.md
    BusinessCalendar office =
        BusinessCalendar.of(
                ZoneId.of("Asia/Shanghai"),
                WeeklyHours.workweek(DayHours.parse("09:00-12:00 13:30-18:00")))
            .withHoliday(LocalDate.of(2026, 2, 17), "春节")
            .withMakeUpDay(LocalDate.of(2026, 2, 14), DayOfWeek.MONDAY);
    session
        .get(BusinessCalendars.class)
        .define(new DefineCalendar("office", "Office hours", office));

    ServiceLevel gold =
        session
            .get(ServiceLevels.class)
            .define(
                new DefineServiceLevel(
                    "gold",
                    "Gold",
                    ServiceLevelTerms.on("office")
                        .with(Priority.HIGH, Duration.ofHours(2), Duration.ofHours(8))
                        .with(
                            new SlaTarget(
                                Priority.CRITICAL,
                                SlaClock.RESOLUTION,
                                Duration.ofHours(4),
                                SlaTarget.Hours.ROUND_THE_CLOCK))));
    // end docs/service.md
    return gold;
  }

  private static ServiceContract contract(CrmSession session, Site site, ServiceLevelId gold) {
    CustomerId customer = site.customer();
    AssetId system = site.system();
    // begin docs/service.md
    ServiceContracts contracts = session.get(ServiceContracts.class);
    ServiceContract draft =
        contracts.draft(
            DraftServiceContract.of(
                customer,
                ContractTerms.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), gold),
                List.of(CoverageItem.assetAndBelow(system), CoverageItem.site("Hall 1"))));
    ServiceContract active = contracts.activate(ContractStep.of(draft));
    // end docs/service.md
    return active;
  }

  private static ServiceRequest opened(CrmSession session, Site site) {
    CustomerId customer = site.customer();
    AssetId part = site.part();
    // begin docs/service.md
    ServiceRequests requests = session.get(ServiceRequests.class);
    ServiceRequest request =
        requests.open(
            new OpenRequest(
                RequestSubject.about(customer, part),
                RequestReport.incident("Pump leaks", "since this morning"),
                Impact.SIGNIFICANT,
                Urgency.HIGH));
    // end docs/service.md
    return request;
  }

  private static ServiceRequest seenThrough(CrmSession session, ServiceRequest opened) {
    ServiceRequests requests = session.get(ServiceRequests.class);
    ServiceRequest request = opened;
    // begin docs/service.md
    request = requests.pause(new PauseRequest(RequestStep.of(request), WaitingReason.CUSTOMER));
    request = requests.resume(RequestStep.of(request));
    request = requests.resolve(RequestStep.of(request).saying("Seal replaced"));
    request = requests.close(RequestStep.of(request));
    // end docs/service.md
    return request;
  }

  private static List<String> covers(ServiceRequests requests, ServiceRequest request) {
    List<String> lines = new ArrayList<>();
    // begin docs/service.md
    EntitlementAnswer answer = requests.entitlement(request.id());
    for (Candidate candidate : answer.candidates()) {
      lines.add(candidate.label() + ": " + candidate.outcome());
      candidate.reasons().forEach(reason -> lines.add("  " + reason.message(Locale.ENGLISH)));
    }
    // end docs/service.md
    return lines;
  }

  private static List<String> deadlines(ServiceRequests requests, ServiceRequest request) {
    List<String> lines = new ArrayList<>();
    // begin docs/service.md
    for (ClockReading clock : requests.clocks(request.id())) {
      lines.add(clock.clock().label().en() + ", due " + clock.times().deadline());
      clock.ahead().forEach(s -> lines.add("  " + s.from() + " to " + s.to() + " " + s.kind()));
    }
    // end docs/service.md
    return lines;
  }

  @OnEveryStorage
  void aCallIsTakenAndSeenThrough(TestCrm crm) {
    Site site = site(crm);
    CrmSession session = crm.session("lily");

    ServiceContract contract = contract(session, site, gold(session).id());
    ServiceRequest opened = opened(session, site);
    crm.clock().advance(Duration.ofMinutes(20));
    ServiceRequest closed = seenThrough(session, opened);

    assertThat(contract.status()).isEqualTo(ContractStatus.ACTIVE);
    assertThat(closed.state().status()).isEqualTo(RequestStatus.CLOSED);
  }

  @OnEveryStorage
  void coverAndDeadlinesAreExplainedAsThePageShows(TestCrm crm) {
    Site site = site(crm);
    CrmSession session = crm.session("lily");
    contract(session, site, gold(session).id());
    ServiceRequest request = opened(session, site);
    ServiceRequests requests = session.get(ServiceRequests.class);

    assertThat(Pages.blocks(Pages.text("docs/service.md")))
        .extracting(Pages.Block::text)
        .contains(
            String.join("\n", covers(requests, request)),
            String.join("\n", deadlines(requests, request)));
  }
}
