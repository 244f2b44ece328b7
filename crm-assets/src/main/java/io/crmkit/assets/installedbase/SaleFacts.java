package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.HandOverTerms;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.assets.site.UnitDays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is known when it is decided what a hand-over does, read under the lock on the customer's
 * structure.
 *
 * @param goods what was sold
 * @param specs the units that it speaks of, wholes before parts
 * @param existing the units that came of its lines before
 * @param stray provisional units that it promised once, on lines that it no longer has
 * @param warranties the kinds of warranty that units have already
 * @param terms what is said about the units
 * @param days the date on which the command occurs, where each unit stands that is there
 */
record SaleFacts(
    SoldGoods goods,
    List<UnitSpec> specs,
    Map<UnitKey, Asset> existing,
    List<Asset> stray,
    Map<AssetId, Set<String>> warranties,
    HandOverTerms terms,
    UnitDays days) {}
