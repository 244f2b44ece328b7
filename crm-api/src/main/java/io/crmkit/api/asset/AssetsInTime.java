package io.crmkit.api.asset;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ProvidedBy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The installed base in two times: as it was at a moment, as known at another. All answers are cut
 * to the units that the caller may see now, and name no customer that he may not see.
 */
@ProvidedBy("io.crmkit:crm-assets")
public interface AssetsInTime {

  /**
   * A unit.
   *
   * @return empty if nothing was known of it yet
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   */
  Optional<AssetState> unit(AssetId id, TwoTimes times);

  /**
   * A unit with everything that was below it.
   *
   * @return empty if nothing was known of the unit yet
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   */
  Optional<AssetTree> tree(AssetId root, TwoTimes times);

  /**
   * The unit, the one it was part of, and so on.
   *
   * @return empty if nothing was known of the unit yet
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   */
  List<AssetId> pathToRoot(AssetId id, TwoTimes times);

  /**
   * The units that a customer had, of the installed base at that moment, by id.
   *
   * @param after the {@code next} of the page before; null for the first
   * @param limit at most so many, from 1 to 500
   * @throws io.crmkit.api.error.NotFound if there is no such customer
   * @throws io.crmkit.api.error.InvalidInput if the limit or the cursor is none
   */
  Page<AssetState> heldBy(CustomerId customer, TwoTimes times, @Nullable String after, int limit);

  /**
   * How many units a customer had in each status; statuses of none are left out.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such customer
   */
  Map<AssetStatus, Long> counts(CustomerId customer, TwoTimes times);

  /**
   * The units that match, each with everybody who ever had it: a recall by product, revision, batch
   * or serial numbers.
   *
   * @param units which; its page size is at most 500
   * @throws io.crmkit.api.error.InvalidInput if the page is larger, or the cursor is none
   */
  Page<Recall> recall(Query<Asset> units);

  /**
   * Every time during which a customer had a unit, as known now, latest first: also units that have
   * gone to others since, of which this is all that is told; at most 1,000.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such customer
   */
  List<Custody> custodies(CustomerId customer);
}
