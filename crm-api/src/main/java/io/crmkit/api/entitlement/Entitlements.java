package io.crmkit.api.entitlement;

import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.math.BigDecimal;
import java.util.List;

/**
 * What customers may draw on, with a ledger of every grant and every use. What is left never falls
 * below zero, however many draw at once.
 *
 * <pre>{@code
 * entitlements.grant(GrantEntitlement.of(customer, 40, EntitlementUnit.HOUR, year));
 * List<LedgerEntry> taken =
 *     entitlements.consume(ConsumeEntitlement.of(customer, 2, EntitlementUnit.HOUR));
 * }</pre>
 */
@ProvidedBy("io.crmkit:crm-assets")
public interface Entitlements {

  /** The stable name of the entity, for {@code EntityRef}. */
  String ENTITY = "assets.entitlement";

  /**
   * Grants something to draw on.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field
   * @throws io.crmkit.api.error.NotFound if there is no such customer or unit
   * @throws io.crmkit.api.error.Refused if the unit is another customer's
   */
  Entitlement grant(GrantEntitlement command);

  /**
   * Draws on what there is, all of it or nothing; what is drawn late is drawn as of then ({@code
   * CrmSession.occurredAt}), if enough was left then and at every moment since.
   *
   * @return an entry for each entitlement that was drawn on
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field
   * @throws io.crmkit.api.error.NotFound if there is no such customer, unit or entitlement
   * @throws io.crmkit.api.error.Refused if not enough is left, telling how much is
   */
  List<LedgerEntry> consume(ConsumeEntitlement command);

  /**
   * Gives back what was consumed. After the end of the period nothing becomes free by that: what is
   * given back then expires at once.
   *
   * @return the entry of the release
   * @throws io.crmkit.api.error.NotFound if there is no such entry
   * @throws io.crmkit.api.error.InvalidInput if the quantity is malformed
   * @throws io.crmkit.api.error.Refused if the entry consumed nothing, or less is left of it
   */
  LedgerEntry release(ReleaseEntitlement command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Entitlement get(EntitlementId id);

  /** The entitlements that match. */
  Page<Entitlement> search(Query<Entitlement> query);

  /**
   * Everything that came in and went out, in the order it was recorded.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such entitlement
   */
  List<LedgerEntry> ledger(EntitlementId id);

  /**
   * What was left at a moment, as known at another.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such entitlement
   */
  BigDecimal leftAt(EntitlementId id, TwoTimes times);
}
