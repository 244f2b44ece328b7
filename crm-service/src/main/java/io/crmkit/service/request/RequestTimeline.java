package io.crmkit.service.request;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tells on the customer's timeline what happened to service requests. */
final class RequestTimeline implements TimelineSource {

  @Override
  public List<TimelineEntry> timeline(CrmSession session, Span span) {
    Query<ServiceRequest> touched =
        Query.where(
                ServiceRequestAttributes.CUSTOMER
                    .eq(span.customer())
                    .and(
                        ServiceRequestAttributes.LOG.any(
                            ServiceRequestAttributes.OCCURRED.between(span.from(), span.to()))))
            .orderBy(ServiceRequestAttributes.LAST_EVENT.descending())
            .limit(Math.min(Math.max(span.limit(), 1), Query.MAX_LIMIT));
    List<TimelineEntry> entries = new ArrayList<>();
    for (ServiceRequest request : session.get(ServiceRequests.class).search(touched).items()) {
      for (RequestEvent event : request.log()) {
        Instant at = event.stamp().occurredAt();
        if (!at.isBefore(span.from()) && at.isBefore(span.to())) {
          entries.add(entry(request, event));
        }
      }
    }
    entries.sort(Comparator.comparing(TimelineEntry::occurredAt).reversed());
    return List.copyOf(entries.subList(0, Math.min(entries.size(), span.limit())));
  }

  private static TimelineEntry entry(ServiceRequest request, RequestEvent event) {
    String kind = event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Label what = RequestWords.of(event.kind());
    Label text =
        new Label(
            "Request " + request.number() + " " + what.en() + ": " + request.report().title(),
            "服务请求 " + request.number() + " " + what.zh() + "：" + request.report().title());
    return new TimelineEntry(
        event.stamp().occurredAt(), "service", "request-" + kind, request.ref(), text);
  }
}
