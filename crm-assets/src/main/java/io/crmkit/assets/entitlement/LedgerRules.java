package io.crmkit.assets.entitlement;

import io.crmkit.api.entitlement.Balance;
import io.crmkit.api.entitlement.Entitlement;
import io.crmkit.api.entitlement.EntitlementUnit;
import io.crmkit.api.entitlement.GrantEntitlement;
import io.crmkit.api.entitlement.LedgerEntry;
import io.crmkit.assets.check.Faults;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The arithmetic of ledgers. Pure. */
final class LedgerRules {

  private static final BigDecimal MOST = new BigDecimal("1000000000");
  private static final int SCALE = 4;

  /** First what ends first, then what was granted first. */
  static final Comparator<Entitlement> ENDING_FIRST =
      Comparator.comparing(
              (Entitlement e) -> e.period().to(), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(e -> e.id().value().toString());

  private LedgerRules() {}

  static void check(Faults faults, GrantEntitlement command) {
    faults.text("name", command.name(), 200);
    quantity(faults, "quantity", command.quantity(), command.unit());
    BigDecimal most = command.carryAtMost();
    if (most != null) {
      quantity(faults, "carryAtMost", most, command.unit());
    }
    LocalDate to = command.period().to();
    if (to != null && !to.isAfter(command.period().from())) {
      faults.add("period.to", "must be after the first day");
    }
  }

  static void quantity(Faults faults, String path, BigDecimal quantity, EntitlementUnit unit) {
    BigDecimal bare = quantity.stripTrailingZeros();
    if (quantity.signum() <= 0) {
      faults.add(path, "must be above zero");
    } else if (quantity.compareTo(MOST) > 0) {
      faults.add(path, "must not be above " + MOST.toPlainString());
    } else if (unit.whole() && bare.scale() > 0) {
      faults.add(path, "must be a whole number of " + unit.label().en());
    } else if (bare.scale() > SCALE) {
      faults.add(path, "must not have more than " + SCALE + " digits behind the point");
    }
  }

  /** What the balance is after an entry. */
  static Balance after(Balance before, LedgerEntry.Kind kind, BigDecimal quantity) {
    return switch (kind) {
      case GRANTED, CARRIED_IN ->
          new Balance(before.granted().add(quantity), before.taken(), before.gone());
      case CONSUMED -> new Balance(before.granted(), before.taken().add(quantity), before.gone());
      case RELEASED ->
          new Balance(before.granted(), before.taken().subtract(quantity), before.gone());
      case EXPIRED, CARRIED_OUT ->
          new Balance(before.granted(), before.taken(), before.gone().add(quantity));
    };
  }

  /** What can be drawn as of a moment: what was left then, and at every moment since. */
  static BigDecimal drawable(List<LedgerEntry> entries, Instant at) {
    // What happened at the same moment counts together.
    NavigableMap<Instant, BigDecimal> changes = new TreeMap<>();
    entries.forEach(
        entry -> changes.merge(entry.time().validFrom(), entry.signed(), BigDecimal::add));
    BigDecimal left =
        changes.headMap(at, true).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal least = left;
    for (BigDecimal change : changes.tailMap(at, false).values()) {
      left = left.add(change);
      least = least.min(left);
    }
    return least.max(BigDecimal.ZERO);
  }

  /** How much of what is left goes over into the next. */
  static BigDecimal carried(Entitlement ended, BigDecimal left) {
    BigDecimal most = ended.carryAtMost();
    return most == null ? left : left.min(most);
  }
}
