package io.crmkit.api.asset;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
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
   * @throws io.crmkit.api.error.Refused if it runs from a shipment whose date is not known, or the
   *     unit's life is over
   */
  Warranty grant(GrantWarranty command);

  /**
   * Makes a warranty longer; the end is reckoned anew from its first day.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.InvalidInput if the months are malformed
   */
  Warranty extend(ExtendWarranty command);

  /**
   * Every warranty of a unit, past, present and waiting.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   */
  List<Warranty> of(AssetId asset);

  /** The warranties that match. */
  Page<Warranty> search(Query<Warranty> query);
}
