package io.crmkit.service.request;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.search.SearchHit;
import io.crmkit.api.search.SearchQuestion;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.value.Label;
import jakarta.inject.Inject;
import java.util.List;

/** Service requests by number. */
final class RequestSearch implements SearchSource {

  @Inject
  RequestSearch() {}

  private static final Label KIND = new Label("Service request", "服务请求");

  @Override
  public List<SearchHit> hits(CrmSession session, SearchQuestion question) {
    Query<ServiceRequest> query =
        Query.where(Criteria.startsWith(ServiceRequestAttributes.NUMBER, question.text()))
            .limit(question.limit());
    return session.get(ServiceRequests.class).search(query).items().stream()
        .map(r -> new SearchHit(r.ref(), KIND, Label.same(r.number() + ": " + r.report().title())))
        .toList();
  }
}
