package io.crmkit.api.site;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ProvidedBy;
import java.util.List;

/**
 * The places at which customers have their units. Who may see a customer may see its sites. Which
 * units are at a site, {@link io.crmkit.api.asset.Assets#atSite} tells.
 *
 * <pre>{@code
 * Site plant = sites.create(CreateSite.of(customer, "Plant 2").withZone(ZoneId.of("Asia/Shanghai")));
 * assets.move(MoveAsset.of(press, press.placement().withSiteId(plant.id())));
 * }</pre>
 */
@ProvidedBy("io.crmkit:crm-assets")
public interface Sites {

  /** The stable name of the entity, for {@code EntityRef}. */
  String ENTITY = "assets.site";

  /**
   * Takes a customer's site up.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field
   * @throws io.crmkit.api.error.NotFound if there is no such customer
   */
  Site create(CreateSite command);

  /**
   * Changes name, address and zone.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   */
  Site update(UpdateSite command);

  /**
   * Gives a site up.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if it is closed already, or if units of the installed base,
   *     or promised ones, are there
   */
  Site close(CloseSite command);

  /**
   * Opens a site again.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if it is open
   */
  Site reopen(ReopenSite command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Site get(SiteId id);

  /** The sites that match. */
  Page<Site> search(Query<Site> query);

  /**
   * All sites of a customer, closed ones too, by name.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such customer
   */
  List<Site> ofCustomer(CustomerId customer);
}
