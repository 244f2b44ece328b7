package io.crmkit.service.contract;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractAttributes;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.ViewSection;
import io.crmkit.api.view.ViewSource;
import java.util.List;

/** Shows in the 360-degree view which service contracts are in force. */
final class ContractView implements ViewSource {

  private static final Label TITLE = new Label("Service contracts in force", "有效服务合约");

  @Override
  public List<ViewSection> sections(CrmSession session, CustomerId customer) {
    Query<ServiceContract> inForce =
        Query.where(
                ServiceContractAttributes.CUSTOMER
                    .eq(customer)
                    .and(ServiceContractAttributes.STATUS.eq(ContractStatus.ACTIVE))
                    .and(ServiceContractAttributes.START.lessThan(session.today().plusDays(1)))
                    .and(ServiceContractAttributes.END.atLeast(session.today().plusDays(1))))
            .orderBy(ServiceContractAttributes.END.ascending());
    List<ViewSection.Line> lines =
        session.get(ServiceContracts.class).search(inForce).items().stream()
            .map(ContractView::line)
            .toList();
    return List.of(new ViewSection("service", "contracts", TITLE, lines));
  }

  private static ViewSection.Line line(ServiceContract contract) {
    Label text =
        new Label(
            contract.number() + " until " + contract.terms().end().minusDays(1),
            contract.number() + "，至 " + contract.terms().end().minusDays(1));
    return new ViewSection.Line(contract.ref(), text);
  }
}
