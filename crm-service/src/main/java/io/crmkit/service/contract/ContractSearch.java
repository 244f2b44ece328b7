package io.crmkit.service.contract;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.search.SearchHit;
import io.crmkit.api.search.SearchQuestion;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractAttributes;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.value.Label;
import jakarta.inject.Inject;
import java.util.List;

/** Service contracts by number. */
final class ContractSearch implements SearchSource {

  @Inject
  ContractSearch() {}

  private static final Label KIND = new Label("Service contract", "服务合约");

  @Override
  public List<SearchHit> hits(CrmSession session, SearchQuestion question) {
    Query<ServiceContract> query =
        Query.where(Criteria.startsWith(ServiceContractAttributes.NUMBER, question.text()))
            .limit(question.limit());
    return session.get(ServiceContracts.class).search(query).items().stream()
        .map(r -> new SearchHit(r.ref(), KIND, Label.same(r.number())))
        .toList();
  }
}
