package io.crmkit.api.service.entitlement;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.module.ProvidedBy;

/** The entitlement check. As safe for threads as the session it comes from. */
@ProvidedBy("io.crmkit:crm-service")
public interface Entitlements {

  /**
   * Which contract or warranty covers the need, and for every other candidate why it does not.
   *
   * <p>Candidates are the contracts of the customer that the caller may see, those that name the
   * unit or one above it, and the warranties of the unit. Among several that cover, contracts come
   * before warranties, a narrower scope before a wider one, and the one that began earlier before
   * the later.
   */
  EntitlementAnswer check(CoverageQuestion question);

  /**
   * The units of the installed base that nothing covers on a day: of those that the caller may see,
   * by the contracts that he may see. Each is decided as {@link #check} decides it for its customer
   * and the site where it stands. Provisional units are none of them.
   *
   * <p>A page is what was found among so many units, at the cost of as many statements however many
   * they are: it may be short, or empty, and yet there may be a next one.
   *
   * @throws io.crmkit.api.error.InvalidInput if the limit is none, or the page does not belong to
   *     this question
   * @throws io.crmkit.api.error.NotFound if there is no such customer that the caller may see
   * @throws io.crmkit.api.error.ModuleUnavailable if there is no installed base
   */
  Page<UncoveredUnit> uncovered(UncoveredQuestion question);
}
