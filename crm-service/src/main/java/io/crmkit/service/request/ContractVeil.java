package io.crmkit.service.request;

import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.request.Cover;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.service.contract.ContractFeature;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What covers a request is found with the whole tenant's eyes. Before a request goes back to a
 * caller, the contracts that he may not see are taken out of it; levels, calendars and clocks stay.
 */
final class ContractVeil {

  private ContractVeil() {}

  static ServiceRequest over(ReadTx tx, ServiceRequest request) {
    return over(tx, List.of(request)).get(0);
  }

  /** The requests as the caller may see them, at the cost of one look-up. */
  static List<ServiceRequest> over(ReadTx tx, List<ServiceRequest> requests) {
    Set<ServiceContractId> named = new HashSet<>();
    requests.forEach(request -> covers(request).map(Cover::contract).forEach(named::add));
    named.remove(null);
    if (named.isEmpty()) {
      return requests;
    }
    Set<ServiceContractId> hidden = hidden(tx, named);
    return hidden.isEmpty()
        ? requests
        : requests.stream().map(request -> over(request, hidden)).toList();
  }

  private static Set<ServiceContractId> hidden(ReadTx tx, Set<ServiceContractId> named) {
    Set<ServiceContractId> hidden = new HashSet<>(named);
    try {
      tx.store(ContractFeature.CONTRACTS).findAll(named).stream()
          .map(ServiceContract::id)
          .forEach(hidden::remove);
    } catch (AccessDenied none) {
      // He may see no contract at all: every one is hidden.
    }
    return hidden;
  }

  private static Stream<Cover> covers(ServiceRequest request) {
    return Stream.concat(
        Stream.of(request.cover()), request.log().stream().map(RequestEvent::cover));
  }

  private static ServiceRequest over(ServiceRequest request, Set<ServiceContractId> hidden) {
    return request
        .withCover(over(request.cover(), hidden))
        .withLog(request.log().stream().map(event -> over(event, hidden)).toList());
  }

  private static RequestEvent over(RequestEvent event, Set<ServiceContractId> hidden) {
    Cover cover = over(event.cover(), hidden);
    return cover == event.cover()
        ? event
        : new RequestEvent(
            event.kind(), event.stamp(), event.priority(), event.waiting(), cover, event.note());
  }

  private static Cover over(Cover cover, Set<ServiceContractId> hidden) {
    return cover.contract() == null || !hidden.contains(cover.contract())
        ? cover
        : new Cover(null, cover.level(), cover.calendar(), cover.warranty());
  }
}
