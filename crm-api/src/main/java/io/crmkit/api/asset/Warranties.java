package io.crmkit.api.asset;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The warranties of units. Those that a product promises are granted when it is handed over. */
@ProvidedBy("io.crmkit:crm-assets")
public interface Warranties {

  /** The stable name of the entity, for {@code EntityRef}. */
  String ENTITY = "assets.warranty";

  /**
   * Grants one more warranty.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field
   * @throws io.crmkit.api.error.Refused if it runs from a shipment whose date is not known, or so
   *     many months after one at the latest, or the unit's life is over
   */
  Warranty grant(GrantWarranty command);

  /**
   * Makes a warranty longer; the end is reckoned anew from its first day, and the days on which it
   * was suspended are added.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.InvalidInput if the months are malformed
   */
  Warranty extend(ExtendWarranty command);

  /**
   * Enters that a warranty's first day was another. All its months are reckoned from the right day;
   * what was known until now stays in its history. A warranty that waits begins on that day.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.InvalidInput if no reason is given, or it is malformed
   * @throws io.crmkit.api.error.Refused if another of its kind covers one of the days
   */
  Warranty correct(CorrectWarranty command);

  /**
   * Everything that was ever known of a warranty's days, in the order it was recorded.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  List<WarrantyFact> history(WarrantyId id);

  /**
   * The warranties that covered a unit on a day, as was known at a moment: each with the days known
   * then. What was recorded at that very moment was known. While the unit is in repair it is under
   * warranty, suspended or not; a suspended one has its new end once the repair has ended.
   *
   * @param day a day in the tenant's zone
   * @param asKnownOn the moment; the present one for what is known now
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   */
  List<Warranty> coverOf(AssetId asset, LocalDate day, Instant asKnownOn);

  /**
   * Every warranty of a unit, past, present and waiting.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   */
  List<Warranty> of(AssetId asset);

  /** The warranties that match. */
  Page<Warranty> search(Query<Warranty> query);
}
