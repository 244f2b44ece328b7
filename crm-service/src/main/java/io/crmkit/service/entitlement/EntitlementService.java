package io.crmkit.service.entitlement;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.api.service.entitlement.Entitlements;
import io.crmkit.api.service.entitlement.UncoveredQuestion;
import io.crmkit.api.service.entitlement.UncoveredUnit;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;

/** Answers with what the caller may see. */
final class EntitlementService implements Entitlements {

  private final Work work;

  @Inject
  EntitlementService(Work work) {
    this.work = work;
  }

  @Override
  public EntitlementAnswer check(CoverageQuestion question) {
    return work.read(tx -> EntitlementCheck.answer(tx, question));
  }

  @Override
  public Page<UncoveredUnit> uncovered(UncoveredQuestion question) {
    return work.read(
        tx -> {
          if (question.customer() != null) {
            tx.session().get(Customers.class).get(question.customer());
          }
          return UncoveredUnits.page(tx, question);
        });
  }
}
