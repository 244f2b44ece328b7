package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.UnitMark;
import io.crmkit.api.error.Reason;
import io.crmkit.assets.asset.SerialKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which unit gets which serial number. Pure; for one hand-over.
 *
 * <p>What somebody read off a unit goes to that unit. What the sale lists is a list without names:
 * each number that no unit of its line carries goes to the first shipped unit that has none. So it
 * does not matter whether numbers become known at once, later, or in another order.
 */
final class SerialAllocation {

  private final SaleFacts facts;
  private final Map<UnitKey, UnitSpec> specs = new HashMap<>();
  private final Map<UnitKey, String> toGive = new LinkedHashMap<>();
  private final List<Reason> reasons = new ArrayList<>();

  private SerialAllocation(SaleFacts facts) {
    this.facts = facts;
    facts.specs().forEach(spec -> specs.put(spec.key(), spec));
  }

  /**
   * What was decided.
   *
   * @param toGive the numbers of units that had none
   * @param reasons why it cannot be done
   */
  record Allocated(Map<UnitKey, String> toGive, List<Reason> reasons) {}

  static Allocated allocate(SaleFacts facts) {
    SerialAllocation allocation = new SerialAllocation(facts);
    facts.terms().marks().forEach(allocation::mark);
    facts.goods().lines().forEach(allocation::line);
    return new Allocated(allocation.toGive, allocation.reasons);
  }

  private void mark(UnitMark mark) {
    UnitKey key = new UnitKey(mark.line(), mark.unit());
    UnitSpec spec = specs.get(key);
    if (spec == null || !takes(spec)) {
      reasons.add(
          Reason.of(AssetReason.NO_SUCH_UNIT)
              .with("line", mark.line(), SaleWords.line(facts.goods(), mark.line()))
              .with("unit", mark.unit()));
      return;
    }
    String has = serialOf(key);
    if (has == null) {
      toGive.put(key, mark.serialNumber().strip());
    } else if (!same(has, mark.serialNumber())) {
      reasons.add(
          Reason.of(AssetReason.SERIAL_NUMBER_DIFFERS)
              .with("line", mark.line(), SaleWords.line(facts.goods(), mark.line()))
              .with("unit", mark.unit())
              .with("has", has)
              .with("serial", mark.serialNumber()));
    }
  }

  private void line(SoldGoods.Line line) {
    List<String> listed = line.delivery().serialNumbers();
    if (listed.isEmpty()) {
      return;
    }
    Set<String> carried = new HashSet<>();
    Deque<UnitKey> without = new ArrayDeque<>();
    for (int number = 1; number <= line.quantity(); number++) {
      UnitKey key = UnitKey.numbered(line.id(), number);
      UnitSpec spec = specs.get(key);
      String has = serialOf(key);
      if (has != null) {
        carried.add(SerialKey.normalised(has));
      } else if (spec != null && takes(spec)) {
        without.add(key);
      }
    }
    for (String serialNumber : listed) {
      if (!carried.contains(SerialKey.normalised(serialNumber))) {
        give(line, serialNumber, without.poll());
      }
    }
  }

  private void give(SoldGoods.Line line, String serialNumber, @Nullable UnitKey key) {
    if (key == null) {
      reasons.add(
          Reason.of(AssetReason.SERIAL_NUMBER_WITHOUT_UNIT)
              .with("line", line.description())
              .with("serial", serialNumber));
    } else {
      toGive.put(key, serialNumber.strip());
    }
  }

  /** Whether the unit was shipped and is, or comes to be, with the customer of this sale. */
  private boolean takes(UnitSpec spec) {
    Asset asset = facts.existing().get(spec.key());
    return spec.shipped() && (asset == null || HandOverPlanner.inPlay(asset, facts.goods()));
  }

  private @Nullable String serialOf(UnitKey key) {
    String given = toGive.get(key);
    Asset asset = facts.existing().get(key);
    return given != null || asset == null ? given : asset.identity().serialNumber();
  }

  private static boolean same(String one, String other) {
    return SerialKey.normalised(one).equals(SerialKey.normalised(other));
  }
}
