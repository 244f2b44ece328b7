package io.crmkit.service.contract;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractAttributes;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells on the customer's timeline when service contracts begin and end. */
final class ContractTimeline implements TimelineSource {

  @Override
  public List<TimelineEntry> timeline(CrmSession session, Span span) {
    List<TimelineEntry> entries = new ArrayList<>();
    Query<ServiceContract> ofCustomer =
        Query.where(ServiceContractAttributes.CUSTOMER.eq(span.customer()))
            .orderBy(ServiceContractAttributes.START.descending())
            .limit(Query.MAX_LIMIT);
    for (ServiceContract contract :
        session.get(ServiceContracts.class).search(ofCustomer).items()) {
      if (contract.status() != ContractStatus.DRAFT) {
        add(entries, entry(session, contract, "contract-started"), span);
        add(entries, entry(session, contract, "contract-ended"), span);
      }
    }
    return entries;
  }

  private static void add(List<TimelineEntry> entries, TimelineEntry entry, Span span) {
    Instant at = entry.occurredAt();
    if (!at.isBefore(span.from()) && at.isBefore(span.to())) {
      entries.add(entry);
    }
  }

  private static TimelineEntry entry(CrmSession session, ServiceContract contract, String kind) {
    boolean start = kind.equals("contract-started");
    LocalDate day = start ? contract.terms().start() : contract.terms().end();
    Label text =
        start
            ? new Label(
                "Service contract " + contract.number() + " begins",
                "服务合约 " + contract.number() + " 开始")
            : new Label(
                "Service contract " + contract.number() + " ends",
                "服务合约 " + contract.number() + " 结束");
    return new TimelineEntry(
        day.atStartOfDay(session.profile().zone()).toInstant(),
        "service",
        kind,
        contract.ref(),
        text);
  }
}
