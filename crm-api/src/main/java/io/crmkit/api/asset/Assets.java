package io.crmkit.api.asset;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The register of units at customers. Units that we sell come into it by {@link InstalledBase};
 * others are registered here, and are first class all the same.
 *
 * <pre>{@code
 * Asset press = assets.register(RegisterAsset.thirdParty(customer,
 *     AssetIdentity.ofModel("Heidelberg", "Speedmaster").withSerialNumber("SM-4711")));
 * }</pre>
 */
@ProvidedBy("io.crmkit:crm-assets")
public interface Assets {

  /** The stable name of the entity, for {@code EntityRef}. */
  String ENTITY = "assets.asset";

  /**
   * Takes a unit into the register that is there already.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field
   * @throws io.crmkit.api.error.NotFound if there is no such customer or parent that the caller may
   *     see
   * @throws io.crmkit.api.error.Refused if it is registered already (same maker, product and serial
   *     number), if the parent is another customer's or gone, or the product is unknown; if the
   *     site is another customer's or closed
   */
  Asset register(RegisterAsset command);

  /**
   * Takes many units as another system lists them, each by the rules of {@link #register}. A unit
   * that cannot be taken is told of and does not hold up the others; those that are there already
   * stay as they are.
   *
   * @throws io.crmkit.api.error.InvalidInput if there are too many rows at once
   */
  AssetImportReport importAll(ImportAssets command);

  /**
   * Records a step in the life of a unit, and of what is below it if so asked.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if its status does not allow the step, or if the unit would
   *     leave the customer while others in it stay
   */
  Asset takeStep(TakeStep command);

  /**
   * Puts a unit, with everything below it, elsewhere at the same customer. Of concurrent moves that
   * together would put a unit within itself, one is refused.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such unit or parent
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if it would be within itself, the parent is another
   *     customer's or gone, or the site is another customer's or closed
   */
  Asset move(MoveAsset command);

  /**
   * Gives a unit its serial number, or corrects it.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.InvalidInput if the number is malformed
   * @throws io.crmkit.api.error.Refused if another unit of this maker and product has it
   */
  Asset assignSerialNumber(AssignSerialNumber command);

  /**
   * Changes the labels that people find a unit by.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.InvalidInput if a label is malformed
   */
  Asset label(LabelAsset command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Asset get(AssetId id);

  /** The units that match. */
  Page<Asset> search(Query<Asset> query);

  /** How many units match. */
  long count(Criteria<Asset> where);

  /**
   * How many units that match have which value: by product, status, revision, batch, site, ...
   *
   * @param attribute one of {@link AssetAttributes}, of units
   * @return by value; units without one are not counted
   * @throws io.crmkit.api.error.AccessDenied if the caller may not tell units apart by it
   */
  <V> Map<V, Long> countBy(Attribute<Asset, V> attribute, Criteria<Asset> where);

  /**
   * Hands over every unit that matches, in the order of ids, chunk by chunk, however many there
   * are.
   */
  void export(Criteria<Asset> where, Consumer<List<Asset>> chunks);

  /**
   * Units with this serial number, of whatever maker and product, compared as serial numbers are;
   * at most 100.
   */
  List<Asset> bySerialNumber(String serialNumber);

  /** The units directly within this one. */
  List<Asset> children(AssetId id);

  /** The unit, the one it is part of, and so on up to the root. */
  List<Asset> pathToRoot(AssetId id);

  /**
   * A unit with everything below it, in one question however deep it is.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   */
  AssetTree tree(AssetId root);

  /**
   * The slots that the catalogue named when the unit was sold, in its order, and what is in them.
   *
   * @return empty if the catalogue names none, or does not know the unit's product
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   */
  List<AssetSlot> slots(AssetId id);

  /**
   * The site at which a unit stands: its own, or that of the nearest unit above it that has one.
   *
   * @return empty if none of them has one that the caller may see
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   */
  Optional<Site> siteOf(AssetId id);

  /**
   * The units of the installed base, and promised ones, that stand at a site: those of which that
   * is said, and all within them that have no other site. In the order of ids.
   *
   * @param after the {@code next} of the page before; null for the first
   * @param limit units at most, 1 to 500
   * @throws io.crmkit.api.error.NotFound if there is no such site
   * @throws io.crmkit.api.error.InvalidInput if the cursor is none, or the limit out of bounds
   */
  Page<Asset> atSite(SiteId site, @Nullable String after, int limit);

  /**
   * All that was recorded of a unit, for any two times.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   */
  AssetHistory history(AssetId id);
}
