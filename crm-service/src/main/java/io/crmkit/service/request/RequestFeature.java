package io.crmkit.service.request;

import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import io.crmkit.api.service.request.ServiceRequestChanged;
import io.crmkit.api.service.request.ServiceRequestOpened;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSource;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the module brings of service requests. */
public final class RequestFeature {

  static final Entity<ServiceRequest> REQUESTS =
      Entity.of(ServiceRequest.class, ServiceRequest.ENTITY, "crm_service_request")
          .parts("log", "crm_service_request_log")
          .neverEmpty("log")
          .derived(ServiceRequestAttributes.LAST_EVENT, RequestFeature::lastEvent, "log")
          .unique(ServiceReason.REQUEST_NUMBER_TAKEN, "number")
          .indexed("subject.customer", "subject.asset", "subject.parent")
          .personal("report.title", "report.description")
          .mentionsPeopleIn("report.title", "report.description", "log.note")
          .veiled("cover.contract", ServiceContract.class)
          .veiled("log.cover.contract", ServiceContract.class)
          .rootOfAccess();

  private RequestFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.entity(REQUESTS);
    registrar.event(ServiceRequestOpened.class);
    registrar.event(ServiceRequestChanged.class);
    registrar.service(ServiceRequests.class, RequestService.class);
    registrar.contribute(TimelineSource.POINT, RequestTimeline.class);
    registrar.contribute(ViewSource.POINT, RequestView.class);
    registrar.contribute(SearchSource.POINT, RequestSearch.class);
    registrar.contribute(MergeFieldSource.POINT, RequestMergeFields.class);
  }

  private static @Nullable Instant lastEvent(ServiceRequest request) {
    List<RequestEvent> log = request.log();
    return log.isEmpty() ? null : log.get(log.size() - 1).stamp().occurredAt();
  }
}
