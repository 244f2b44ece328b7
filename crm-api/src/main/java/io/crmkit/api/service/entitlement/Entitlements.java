package io.crmkit.api.service.entitlement;

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
}
