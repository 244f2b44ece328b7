package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.entitlement.CarryOver;
import io.crmkit.api.entitlement.ConsumeEntitlement;
import io.crmkit.api.entitlement.Entitlement;
import io.crmkit.api.entitlement.Entitlement.Period;
import io.crmkit.api.entitlement.EntitlementUnit;
import io.crmkit.api.entitlement.Entitlements;
import io.crmkit.api.entitlement.GrantEntitlement;
import io.crmkit.api.entitlement.LedgerEntry;
import io.crmkit.api.entitlement.ReleaseEntitlement;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.util.List;

/** Runs the examples of docs/assets.md on entitlements. */
class EntitlementPageTest {

  @OnEveryStorage
  void hours_are_granted_used_and_given_back(TestCrm crm) {
    CrmSession session = crm.session();
    CustomerId customer =
        session
            .get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Riverside Works")))
            .id();
    Period year = new Period(session.today(), session.today().plusYears(1));
    // begin docs/assets.md
    Entitlements entitlements = session.get(Entitlements.class);
    Entitlement hours =
        entitlements.grant(
            GrantEntitlement.of(customer, 40, EntitlementUnit.HOUR, year)
                .withCarryOver(CarryOver.INTO_THE_NEXT)
                .withCarryAtMost(new BigDecimal(10)));
    List<LedgerEntry> taken =
        entitlements.consume(ConsumeEntitlement.of(customer, 6, EntitlementUnit.HOUR));
    entitlements.release(new ReleaseEntitlement(taken.get(0).id(), new BigDecimal("1.5")));
    assertThat(entitlements.get(hours.id()).balance().left()).isEqualByComparingTo("35.5");
    // end docs/assets.md
  }
}
