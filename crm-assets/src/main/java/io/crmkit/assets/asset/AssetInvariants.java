package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.SERIAL_KEY;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What invariants over several units are decided by.
 *
 * <p>A structure never crosses customers, so one lock on the customer orders all moves and
 * hand-overs that could together make a cycle or a twin, however deep; a lock on the units moved
 * would not: A under a part of B and B under a part of A touch four different units.
 */
public final class AssetInvariants {

  private static final int CHUNK = 500;

  private AssetInvariants() {}

  /** Locks the structure of all units of a customer. */
  public static void structure(Tx tx, CustomerId customer) {
    structures(tx, List.of(customer));
  }

  /** Locks the structures of several customers, between whom units go. */
  public static void structures(Tx tx, Collection<CustomerId> customers) {
    tx.lockNames(
        "asset.structure", customers.stream().map(c -> c.value().toString()).distinct().toList());
  }

  /**
   * Which units have these serial numbers already. Not locked: should somebody give one of them in
   * the same moment, the unique key decides.
   *
   * @return the unit by its serial number's key; nothing for numbers that are free
   */
  public static Map<SerialKey, AssetId> holders(ReadTx tx, Collection<SerialKey> keys) {
    List<String> serials = keys.stream().map(SerialKey::serial).distinct().sorted().toList();
    Map<SerialKey, AssetId> holders = new HashMap<>();
    for (int i = 0; i < serials.size(); i += CHUNK) {
      List<String> chunk = serials.subList(i, Math.min(i + CHUNK, serials.size()));
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
