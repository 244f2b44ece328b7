package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.SERIAL_KEY;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The locks under which invariants over several units are decided, always taken in this order: the
 * customer's structure, then serial numbers.
 *
 * <p>A structure never crosses customers, so one lock on the customer orders all moves and
 * hand-overs that could together make a cycle or a twin, however deep; a lock on the units moved
 * would not: A under a part of B and B under a part of A touch four different units.
 */
public final class AssetLocks {

  private static final int CHUNK = 500;

  private AssetLocks() {}

  /** Locks the structure of all units of a customer. */
  public static void structure(Tx tx, CustomerId customer) {
    tx.lockNames("asset.structure", List.of(customer.value().toString()));
  }

  /**
   * Locks serial numbers that are about to be given, and tells which units have them already.
   *
   * @return the unit by its serial number's key; nothing for numbers that are free
   */
  public static Map<SerialKey, AssetId> serials(Tx tx, Collection<SerialKey> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    tx.lockNames("asset.serial", keys.stream().map(SerialKey::lockName).distinct().toList());
    List<String> serials = keys.stream().map(SerialKey::serial).distinct().sorted().toList();
    Map<SerialKey, AssetId> holders = new HashMap<>();
    for (int i = 0; i < serials.size(); i += CHUNK) {
      List<String> chunk = new ArrayList<>(serials.subList(i, Math.min(i + CHUNK, serials.size())));
      for (Asset asset : tx.tenantWide().store(ASSETS).all(SERIAL_KEY.in(chunk))) {
        SerialKey key = SerialKey.of(asset);
        if (key != null) {
          holders.put(key, asset.id());
        }
      }
    }
    return holders;
  }
}
