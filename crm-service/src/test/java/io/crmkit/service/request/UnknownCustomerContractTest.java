package io.crmkit.service.request;

import static io.crmkit.testkit.CrmAssertions.assertRefused;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.service.Impact;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.Urgency;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.request.OpenRequest;
import io.crmkit.api.service.request.RequestReport;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.service.Scene;
import io.crmkit.service.UnitBook;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;

@WithSetup(UnitBook.class)
class UnknownCustomerContractTest {

  @OnEveryStorage
  void nothing_is_promised_to_or_asked_by_a_customer_that_does_not_exist(TestCrm crm) {
    Scene scene = Scene.in(crm);
    CustomerId nobody = new CustomerId(crm.newId());
    assertRefused(
        () ->
            scene
                .contracts()
                .draft(
                    DraftServiceContract.of(
                        nobody, scene.year2026(), List.of(CoverageItem.wholeCustomer()))),
        ServiceReason.CUSTOMER_UNKNOWN);
    assertRefused(
        () ->
            scene
                .requests()
                .open(
                    new OpenRequest(
                        RequestSubject.of(nobody),
                        RequestReport.incident("Who?", ""),
                        Impact.MINOR,
                        Urgency.LOW)),
        ServiceReason.CUSTOMER_UNKNOWN);
  }
}
