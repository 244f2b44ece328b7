package io.crmkit.assets.time;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.customer.CustomerId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions about the past, each one question to the storage however much there is. */
public interface UnitTimes {

  /** The unit and everything that was below it, in no particular order. */
  List<AssetTree.Node> below(AssetId root, TwoTimes times);

  /** The unit, the one it was part of, and so on. */
  List<AssetId> pathToRoot(AssetId unit, TwoTimes times);

  /** The units of the installed base that a customer had, by id, behind this one. */
  List<AssetId> heldBy(CustomerId customer, TwoTimes times, @Nullable AssetId after, int limit);

  /** How many units a customer had in each status. */
  Map<AssetStatus, Long> counts(CustomerId customer, TwoTimes times);
}
