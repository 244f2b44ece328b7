package io.crmkit.assets.entitlement;

import static io.crmkit.assets.entitlement.EntitlementEntities.ENTITLEMENTS;
import static io.crmkit.assets.entitlement.EntitlementEntities.ENTRIES;

import io.crmkit.api.asset.FactTime;
import io.crmkit.api.entitlement.Entitlement;
import io.crmkit.api.entitlement.EntitlementChanged;
import io.crmkit.api.entitlement.LedgerEntry;
import io.crmkit.api.entitlement.LedgerEntryId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.Tx;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries together with the balance that they make: the one way in which ledgers are
 * written. For entitlements that the unit of work has locked.
 */
final class Ledger {

  private final Tx tx;

  Ledger(Tx tx) {
    this.tx = tx;
  }

  /** What an entry says besides how much. */
  record What(LedgerEntry.Kind kind, @Nullable LedgerEntryId about, @Nullable EntityRef purpose) {

    static What of(LedgerEntry.Kind kind) {
      return new What(kind, null, null);
    }
  }

  /** An entitlement as it is after an entry, and the entry. */
  record Written(Entitlement entitlement, LedgerEntry entry) {}

  Written write(Entitlement before, What what, BigDecimal quantity) {
    LedgerEntry entry =
        new LedgerEntry(
            new LedgerEntryId(tx.newId()),
            0,
            before.id(),
            what.kind(),
            quantity,
            what.about(),
            what.purpose(),
            new FactTime(tx.occurredAt(), null, tx.now()));
    Entitlement after =
        before.withBalance(LedgerRules.after(before.balance(), what.kind(), quantity));
    if (after.balance().left().signum() < 0) {
      throw new IllegalStateException("less than nothing would be left of " + before.id());
    }
    Entitlement saved =
        before.version() == 0
            ? tx.store(ENTITLEMENTS).insert(after)
            : tx.store(ENTITLEMENTS).save(before, after);
    LedgerEntry written = tx.store(ENTRIES).insert(entry);
    tx.publish(
        new EntitlementChanged(
            saved.id(), saved.customer(), what.kind(), quantity, saved.balance().left()));
    return new Written(saved, written);
  }
}
