package io.crmkit.api.entitlement;

import io.crmkit.api.asset.FactTime;
import io.crmkit.api.value.EntityRef;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entitlement's ledger; lines are only ever added.
 *
 * @param id this entry
 * @param version always 1
 * @param entitlement whose ledger it is in
 * @param kind what happened
 * @param quantity how much, above zero; whether it adds or takes, the kind says
 * @param about the entry that is released; null for all other kinds
 * @param purpose what for, such as a service request; null if nothing was said
 * @param time when it happened, and when it was recorded
 */
public record LedgerEntry(
    LedgerEntryId id,
    long version,
    EntitlementId entitlement,
    Kind kind,
    BigDecimal quantity,
    @Nullable LedgerEntryId about,
    @Nullable EntityRef purpose,
    FactTime time) {

  /** What happened. */
  public enum Kind {
    GRANTED(1),
    CONSUMED(-1),
    /** Something consumed was not needed, or a place was given back. */
    RELEASED(1),
    EXPIRED(-1),
    CARRIED_OUT(-1),
    CARRIED_IN(1);

    private final int sign;

    Kind(int sign) {
      this.sign = sign;
    }

    /** 1 if it adds to what is left, -1 if it takes from it. */
    public int sign() {
      return sign;
    }
  }

  public LedgerEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(entitlement, "entitlement");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(time, "time");
  }

  /** The quantity with the sign of its kind. */
  public BigDecimal signed() {
    return kind.sign() > 0 ? quantity : quantity.negate();
  }
}
