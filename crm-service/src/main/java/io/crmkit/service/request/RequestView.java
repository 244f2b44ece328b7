package io.crmkit.service.request;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.service.request.RequestState;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.ViewSection;
import io.crmkit.api.view.ViewSource;
import java.util.Arrays;
import java.util.List;

/** Shows a customer's open requests in the 360-degree view and when the telephone rings. */
final class RequestView implements ViewSource {

  private static final Label TITLE = new Label("Open service requests", "未完成的服务请求");

  @Override
  public List<ViewSection> sections(CrmSession session, CustomerId customer) {
    List<RequestStatus> open =
        Arrays.stream(RequestStatus.values()).filter(RequestStatus::open).toList();
    Query<ServiceRequest> openRequests =
        Query.where(
                ServiceRequestAttributes.CUSTOMER
                    .eq(customer)
                    .and(ServiceRequestAttributes.STATUS.in(open)))
            .orderBy(ServiceRequestAttributes.DUE.ascending());
    List<ViewSection.Line> lines =
        session.get(ServiceRequests.class).search(openRequests).items().stream()
            .map(RequestView::line)
            .toList();
    return List.of(new ViewSection("service", "open-requests", TITLE, lines));
  }

  private static ViewSection.Line line(ServiceRequest request) {
    RequestState state = request.state();
    Label status = state.status().label();
    Label priority = state.triage().priority().label();
    String title = request.report().title();
    Label text =
        new Label(
            request.number() + " " + title + " (" + status.en() + ", " + priority.en() + ")",
            request.number() + " " + title + "（" + status.zh() + "，" + priority.zh() + "）");
    return new ViewSection.Line(request.ref(), text);
  }
}
